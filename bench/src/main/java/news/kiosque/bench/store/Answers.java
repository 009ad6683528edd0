package news.kiosque.bench.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CPU time of the server for each question, in microseconds a call. */
record Answers(Map<String, Double> microseconds) {

    Answers() {
        this(new LinkedHashMap<>());
    }

    void note(String question, double micros) {
        microseconds.put(question, micros);
    }

    /** A line a question, a column for each server and number of articles, and how it grows from the one before. */
    static void print(Map<String, Map<Integer, Answers>> servers) {
        StringBuilder table = new StringBuilder("%nCPU of the server, µs a call%n%-34s".formatted(""));
        servers.forEach((name, sizes) -> sizes.keySet()
                .forEach(size -> table.append("%18s       ".formatted("%s, %,d".formatted(name, size)))));
        servers.values().iterator().next().values().iterator().next().microseconds().keySet().forEach(question -> {
            table.append("%n%-34s".formatted(question));
            servers.values().forEach(sizes -> append(new ArrayList<>(sizes.values()), question, table));
        });
        System.out.println(table);
    }

    private static void append(List<Answers> sizes, String question, StringBuilder table) {
        for (int i = 0; i < sizes.size(); i++) {
            double micros = sizes.get(i).microseconds().get(question);
            table.append("%,18.0f".formatted(micros)).append(i == 0
                    ? "       "
                    : " %+4.0f %%".formatted(100 * (micros / sizes.get(i - 1).microseconds().get(question) - 1)));
        }
    }
}
