package news.kiosque.testkit;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The servers that there are on this machine; says once which there are not, and why. */
final class AvailableServers implements ArgumentsProvider {
    private static boolean told;

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        tellOnce();
        return Arrays.stream(StoreServer.values()).filter(server -> server.whyNot() == null).map(Arguments::of);
    }

    private static synchronized void tellOnce() {
        if (!told) {
            told = true;
            Arrays.stream(StoreServer.values()).filter(server -> server.whyNot() != null).forEach(
                    server -> System.out.println("The store suites do NOT run on " + server + ": " + server.whyNot()));
        }
    }
}
