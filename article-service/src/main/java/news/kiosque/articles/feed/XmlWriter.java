package news.kiosque.articles.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML that is well-formed whatever the texts in it are. */
final class XmlWriter {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    /** XML 1.0 has no way to say these. */
    private static final Pattern UNSAYABLE = Pattern
            .compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    /** Some steps of writing. */
    interface Steps {
        void write() throws XMLStreamException;
    }

    XmlWriter() {
        try {
            writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An element with what the steps put in it; names may have a prefix. */
    XmlWriter element(String name, Steps inside) {
        return attempt(() -> {
            writer.writeStartElement(name);
            inside.write();
            writer.writeEndElement();
        });
    }

    XmlWriter element(String name, String text) {
        return element(name, () -> writer.writeCharacters(sayable(text)));
    }

    /** An element with attributes only: name, value, name, value. */
    XmlWriter empty(String name, String... attributes) {
        return attempt(() -> {
            writer.writeEmptyElement(name);
            write(attributes);
        });
    }

    /** Attributes of the element that was begun last: name, value, name, value. */
    XmlWriter attributes(String... attributes) {
        return attempt(() -> write(attributes));
    }

    byte[] bytes() {
        attempt(() -> {
            writer.writeEndDocument();
            writer.close();
        });
        return bytes.toByteArray();
    }

    XmlWriter text(String text) {
        return attempt(() -> writer.writeCharacters(sayable(text)));
    }

    private void write(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], sayable(attributes[i + 1]));
        }
    }

    private XmlWriter attempt(Steps steps) {
        try {
            steps.write();
            return this;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sayable(String text) {
        return UNSAYABLE.matcher(text).replaceAll("\uFFFD");
    }
}
