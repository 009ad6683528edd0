package news.kiosque.consent.notice;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Notices as they are kept and sent: JSON in which nothing unknown may stand. */
public final class NoticeJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private NoticeJson() {}

    /** @throws tools.jackson.core.JacksonException when it is not such a thing */
    public static <T> T read(byte[] json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    /** @throws tools.jackson.core.JacksonException when it is not such a thing */
    public static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    public static String write(Object notice) {
        return JSON.writeValueAsString(notice);
    }
}
