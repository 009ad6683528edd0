package news.kiosque.articles.importer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import news.kiosque.articles.importer.LineSplitter.RawLine;
import news.kiosque.articles.request.Bodies;
import news.kiosque.articles.request.Invalid;
import news.kiosque.articles.request.Malformed;
import news.kiosque.articles.text.Digests;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads a line strictly, in two steps, and says of one that cannot be taken why. */
@Component
class LineReader {
    private static final int SHOWN_OF_AN_ID = 200;

    private final ArticleReader articles;

    LineReader(ArticleReader articles) {
        this.articles = articles;
    }

    /** Identified, or unreadable. */
    Line identify(RawLine raw, String source) {
        if (raw.bytes() == null) {
            return new Line.Unreadable(raw.number(), null,
                    "has more than " + LineSplitter.MAX_BYTES / 1_000_000 + " MB");
        }
        try {
            ObjectNode json = Bodies.object(text(raw).getBytes(StandardCharsets.UTF_8));
            Identity identity = Identity.of(json, source);
            return new Line.Identified(raw.number(), identity, identity.article(),
                    Digests.of(LineFields.canonical(json)), json, raw.bytes().length);
        } catch (Malformed | Invalid notAnObject) {
            return new Line.Unreadable(raw.number(), null, "is not a JSON object: " + words(notAnObject));
        } catch (CharacterCodingException _) {
            return new Line.Unreadable(raw.number(), null, "is not UTF-8");
        }
    }

    /** Readable, or unreadable. */
    Line read(Line.Identified line) {
        try {
            return new Line.Readable(line.number(), articles.read(line), articles.sections(line));
        } catch (Invalid invalid) {
            return new Line.Unreadable(line.number(), shown(line.identity().id()), invalid.words());
        }
    }

    /** Without the mark that some programs put before the first line. */
    private static String text(RawLine raw) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw.bytes())).toString();
        return raw.number() == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String words(org.springframework.web.ErrorResponseException failure) {
        return failure instanceof Invalid invalid ? invalid.words() : String.valueOf(failure.getBody().getDetail());
    }

    private static String shown(String id) {
        return id.length() > SHOWN_OF_AN_ID ? id.substring(0, SHOWN_OF_AN_ID) : id;
    }
}
