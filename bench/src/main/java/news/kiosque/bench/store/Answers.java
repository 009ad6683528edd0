package news.kiosque.bench.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** CPU time of the server for each question, in microseconds a call. */
record Answers(Map<String, Double> microseconds) {

    Answers() {
        this(new LinkedHashMap<>());
    }

    void note(String question, double micros) {
        microseconds.put(question, micros);
    }

    /** A line a question, a column for each server and number of articles. */
    static void print(Map<String, Answers> columns) {
        StringBuilder table = new StringBuilder("%nCPU of the server, µs a call%n%-34s".formatted(""));
        columns.keySet().forEach(name -> table.append("%20s".formatted(name)));
        columns.values().iterator().next().microseconds().keySet().forEach(question -> {
            table.append("%n%-34s".formatted(question));
            columns.values().forEach(one -> table.append("%,20.0f".formatted(one.microseconds().get(question))));
        });
        System.out.println(table);
    }
}
