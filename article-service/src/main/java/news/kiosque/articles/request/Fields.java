package news.kiosque.articles.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import news.kiosque.articles.request.Invalid.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an object field by field and notes what is wrong with each, so that a caller learns of all faults at once. A
 * value that is wrong is read as an empty one; nothing may be made of what was read before {@link #check()}.
 */
public final class Fields {
    private final ObjectNode object;
    private final String pointer;
    private final List<Fault> faults;
    private final Set<String> known = new LinkedHashSet<>();

    public Fields(ObjectNode object) {
        this(object, "", new ArrayList<>());
    }

    private Fields(ObjectNode object, String pointer, List<Fault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** A text that has to be there and to say something, without blanks around it. */
    public String text(String name, int maxLength) {
        String text = optionalText(name, maxLength);
        if (text == null || text.isBlank()) {
            if (text != null || isAbsent(name)) {
                fault(name, "must be a text that is not blank");
            }
            return "";
        }
        return text;
    }

    /** A text without blanks around it, or null when it is absent. */
    public @Nullable String optionalText(String name, int maxLength) {
        JsonNode value = value(name);
        return value == null ? null : text(value, at(name), maxLength);
    }

    public boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            fault(name, "must be true or false");
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    /** A whole number, or the default when it is absent. */
    public int number(String name, int otherwise, int min, int max) {
        JsonNode value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            fault(name, "must be a whole number from " + min + " to " + max);
            return otherwise;
        }
        return value.intValue();
    }

    /** A moment such as {@code 2026-11-23T08:00:00Z} or with an offset, or null when it is absent. */
    public @Nullable Instant instant(String name) {
        String text = optionalText(name, 40);
        try {
            return text == null || text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            fault(name, "must be a moment such as 2026-11-23T08:00:00Z");
            return null;
        }
    }

    /** Texts that each say something; none when absent. */
    public List<String> texts(String name, int maxItems, int maxLength) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> items = items(name, maxItems);
        for (int i = 0; i < items.size(); i++) {
            String text = text(items.get(i), at(name) + "/" + i, maxLength);
            if (text != null && text.isBlank()) {
                faults.add(new Fault(at(name) + "/" + i, "must be a text that is not blank"));
            }
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    /** An object; null when absent, or at fault. */
    public @Nullable Fields object(String name) {
        JsonNode value = value(name);
        if (value == null || value instanceof ObjectNode) {
            return value == null ? null : new Fields((ObjectNode) value, at(name), faults);
        }
        fault(name, "must be an object");
        return null;
    }

    /** Objects, each to be read in the same way; none when absent. */
    public List<Fields> objects(String name, int maxItems) {
        List<Fields> objects = new ArrayList<>();
        List<JsonNode> items = items(name, maxItems);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof ObjectNode item) {
                objects.add(new Fields(item, at(name) + "/" + i, faults));
            } else {
                faults.add(new Fault(at(name) + "/" + i, "must be an object"));
            }
        }
        return objects;
    }

    /** Accepts fields that say what only the service can say, and reads nothing of them. */
    public void ignore(Set<String> names) {
        known.addAll(names);
    }

    /** Notes a fault unless the value meets the condition, or is at fault already. */
    public void require(String name, boolean met, String detail) {
        if (!met && faults.stream().noneMatch(fault -> (fault.pointer() + "/").startsWith(at(name) + "/"))) {
            fault(name, detail);
        }
    }

    public void fault(String name, String detail) {
        faults.add(new Fault(at(name), detail));
    }

    /** Notes each field that nobody asked for. */
    public void refuseOthers() {
        object.propertyNames().stream().filter(Predicate.not(known::contains))
                .forEach(name -> fault(name, "is not known here"));
    }

    /** @throws Invalid when anything was wrong */
    public void check() {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private boolean isAbsent(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull();
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        return isAbsent(name) ? null : object.get(name);
    }

    private List<JsonNode> items(String name, int maxItems) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            fault(name, "must be a list");
            return List.of();
        }
        if (value.size() > maxItems) {
            fault(name, "must have at most " + maxItems + " items");
            return List.of();
        }
        return List.copyOf(value.values());
    }

    private @Nullable String text(JsonNode value, String where, int maxLength) {
        if (!value.isString()) {
            faults.add(new Fault(where, "must be a text"));
            return null;
        }
        String text = value.stringValue().strip();
        if (text.length() > maxLength) {
            faults.add(new Fault(where, "must have at most " + maxLength + " characters"));
        }
        if (!Characters.canBeKept(text)) {
            faults.add(new Fault(where, "must have no NUL and no half of a surrogate pair"));
        }
        return text;
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
