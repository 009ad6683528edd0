package news.kiosque.gateway.notice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import news.kiosque.events.EventType;
import news.kiosque.events.NoticePublished;
import news.kiosque.platform.kafka.EventCodec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notices as a JSON array, as the consent-service tells them and as they lie on disk. */
final class NoticeJson {
    private static final JsonMapper JSON = new JsonMapper();

    private NoticeJson() {}

    static byte[] write(List<NoticePublished> notices) {
        List<String> each = notices.stream()
                .map(notice -> new String(EventCodec.toJson(notice), StandardCharsets.UTF_8)).toList();
        return ("[" + String.join(",\n", each) + "]\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws RuntimeException when it is not such an array */
    static List<NoticePublished> read(byte[] json) {
        List<NoticePublished> notices = new ArrayList<>();
        for (JsonNode each : JSON.readTree(json)) {
            notices.add((NoticePublished) EventCodec.fromJson(EventType.NOTICE_PUBLISHED.typeName(),
                    JSON.writeValueAsBytes(each)));
        }
        return notices;
    }
}
