package news.kiosque.standalone.suite;

import java.net.URI;

import news.kiosque.standalone.client.SuiteRefused;
import news.kiosque.standalone.demo.DemoEdition;

/** Loads the demo edition as a process of its own, which takes the memory for painting its pictures with it when it ends. */
public final class DemoProcess {
    static final String TOKEN = "KIOSQUE_DEMO_TOKEN";

    private DemoProcess() {}

    /** The argument is the gateway's address, the token is in the environment. Prints a line for each step. */
    public static void main(String[] arguments) {
        try {
            DemoEdition.load(URI.create(arguments[0]), System.getenv(TOKEN), System.out::println);
            System.exit(0);
        } catch (SuiteRefused e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
