package news.kiosque.standalone.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the keys of a suite that the launcher does not start itself, such as one in containers. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "Make the keys that the data folder lacks; those that are there stay.")
final class MakeKeys implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        data.folder().keys().make();
        return 0;
    }
}
