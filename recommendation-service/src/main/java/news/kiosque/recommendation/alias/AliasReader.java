package news.kiosque.recommendation.alias;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import news.kiosque.events.AliasesAgreed.Spellings;
import news.kiosque.recommendation.setting.Aliases;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;

/** Reads {@code {"groups": [{"names": [..]}]}} as it is posted, and says of each part what is wrong with it. */
final class AliasReader {
    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_NAMES = 12;
    private static final int LONGEST_NAME = 80;

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> pointers = new HashMap<>();

    /** @param pointer JSON pointer (RFC 6901) into the body */
    record Fault(String pointer, String detail) {}

    /** @throws ErrorResponseException 422 with all faults */
    static List<Spellings> read(JsonNode body) {
        AliasReader reader = new AliasReader();
        List<Spellings> groups = reader.groups(body.path("groups"));
        if (!reader.faults.isEmpty()) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
                    "Some names are not as they should be; 'errors' says which.");
            problem.setProperty("errors", reader.faults);
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
        }
        return groups;
    }

    private List<Spellings> groups(JsonNode list) {
        List<Spellings> groups = new ArrayList<>();
        if (!list.isArray() || list.size() > MOST_GROUPS) {
            faults.add(new Fault("/groups", "must be a list of at most " + MOST_GROUPS + " groups"));
            return groups;
        }
        for (int i = 0; i < list.size(); i++) {
            groups.add(new Spellings(names(list.get(i).path("names"), "/groups/" + i + "/names")));
        }
        return groups;
    }

    private List<String> names(JsonNode list, String pointer) {
        List<String> names = new ArrayList<>();
        if (!list.isArray() || list.size() < 2 || list.size() > MOST_NAMES) {
            faults.add(new Fault(pointer, "must be a list of 2 to " + MOST_NAMES + " spellings"));
            return names;
        }
        for (int i = 0; i < list.size(); i++) {
            names.add(name(list.get(i), pointer + "/" + i));
        }
        return names;
    }

    private String name(JsonNode node, String pointer) {
        String name = node.isString() ? node.asString().strip() : "";
        String spelt = name.length() > LONGEST_NAME ? "" : Aliases.spelt(name);
        if (spelt.isEmpty() || name.codePoints().anyMatch(c -> Character.isISOControl(c) || c == '<' || c == '>')) {
            faults.add(new Fault(pointer, "must be a name of letters, at most " + LONGEST_NAME + " characters"));
            return name;
        }
        String before = pointers.putIfAbsent(spelt, pointer);
        if (before != null) {
            faults.add(new Fault(pointer, "is read as the same as " + before + ": leave one of them out"));
        }
        return name;
    }
}
