package news.kiosque.gateway.notice;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import org.jspecify.annotations.Nullable;

/** Where the newsroom's own proxies are: what these say of a reader is believed, and what others say is not. */
final class TrustedProxies {
    private static final String NETWORK = "[0-9a-fA-F:.]+/[0-9]{1,3}";

    private final List<IpSubnetFilterRule> networks;

    private TrustedProxies(List<IpSubnetFilterRule> networks) {
        this.networks = networks;
    }

    /**
     * @param networks such as {@code 10.0.0.0/8}, set apart by commas
     * @throws IllegalArgumentException naming what is none
     */
    public static TrustedProxies valueOf(String networks) {
        return new TrustedProxies(Arrays.stream(networks.split(",")).map(String::strip)
                .filter(network -> !network.isEmpty()).map(TrustedProxies::network).toList());
    }

    boolean include(@Nullable InetSocketAddress peer) {
        return peer != null && !peer.isUnresolved() && networks.stream().anyMatch(network -> network.matches(peer));
    }

    private static IpSubnetFilterRule network(String text) {
        if (!text.matches(NETWORK)) {
            throw new IllegalArgumentException(text + " is no network such as 10.0.0.0/8");
        }
        String[] parts = text.split("/");
        return new IpSubnetFilterRule(parts[0], Integer.parseInt(parts[1]), IpFilterRuleType.ACCEPT);
    }
}
