package news.kiosque.gateway.login;

import java.nio.file.Path;
import java.time.InstantSource;

import com.nimbusds.jose.jwk.JWKSet;
import news.kiosque.gateway.edge.EdgeProperties;
import news.kiosque.platform.token.KeyFolder;
import news.kiosque.platform.token.Tokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The keys with which editors are known and services are spoken to. */
@Configuration(proxyBeanMethods = false)
class LoginKeys {

    @Bean
    KeyFolder keyFolder(@Value("${kiosque.keys}") Path folder) {
        return new KeyFolder(folder);
    }

    @Bean
    GatewaySignature gatewaySignature(KeyFolder keys) {
        return new GatewaySignature(keys.servicePrivate());
    }

    @Bean
    ServiceTokens serviceTokens(GatewaySignature signature, InstantSource clock) {
        return new ServiceTokens(signature, clock);
    }

    @Bean
    EditorTokens editorTokens(KeyFolder keys) {
        return new EditorTokens(Tokens.loginVerifier(keys.loginPublic()));
    }

    @Bean
    NewsroomGate newsroomGate(EditorTokens editors, ServiceTokens services) {
        return new NewsroomGate(editors, services);
    }

    @Bean
    ReadersPass readersPass(ServiceTokens services) {
        return new ReadersPass(services);
    }

    @Bean
    Sessions sessions(GatewaySignature signature, KeyFolder keys, EdgeProperties edge, InstantSource clock) {
        return new Sessions(signature, new JWKSet(keys.servicePrivate().toPublicJWK()), edge.address(), clock);
    }

    @Bean
    BureauGate bureauGate(Sessions sessions, EdgeProperties edge, ServiceTokens services) {
        return new BureauGate(sessions, new SameOrigin(edge.address()), services);
    }

    @Bean
    RouterFunction<ServerResponse> bureau(EditorTokens editors, Sessions sessions, EdgeProperties edge) {
        return new BureauDesk(editors, sessions, new SameOrigin(edge.address())).routes();
    }
}
