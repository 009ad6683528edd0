package news.kiosque.standalone.check;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import news.kiosque.standalone.client.SuiteClient;
import news.kiosque.standalone.client.SuiteRefused;

/** The pages that feeds and sitemaps name, by path, as any reader gets them. */
record Listings(SuiteClient client) {
    private static final XMLInputFactory XML = factory();

    /** The pages of an edition's feed, in its order. */
    List<String> feed(String edition) {
        return named((edition.equals("fr") ? "" : "/" + edition) + "/feed.xml", "item", "link");
    }

    /** The pages of the sitemap and of all that it consists of. */
    List<String> sitemap() {
        var found = new ArrayList<String>();
        for (var part : named("/sitemap.xml", "sitemap", "loc")) {
            found.addAll(named(part, "url", "loc"));
        }
        found.addAll(named("/sitemap.xml", "url", "loc"));
        return found;
    }

    /** The addresses in the elements of this name that lie right in one of the other name. */
    private List<String> named(String path, String parent, String element) {
        var request = client.to(path).setHeader("Accept", "*/*").GET().build();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new SuiteRefused(SuiteClient.asked(request) + " answered " + answer.statusCode());
        }
        try {
            return paths(XML.createXMLStreamReader(new ByteArrayInputStream(answer.body())), parent, element);
        } catch (XMLStreamException e) {
            throw new SuiteRefused(SuiteClient.asked(request) + " answered broken XML: " + e.getMessage(), e);
        }
    }

    static List<String> paths(XMLStreamReader xml, String parent, String element) throws XMLStreamException {
        var found = new ArrayList<String>();
        var open = new ArrayDeque<String>();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    var name = xml.getLocalName();
                    if (name.equals(element) && parent.equals(open.peek())) {
                        found.add(URI.create(xml.getElementText().strip()).getPath());
                    } else {
                        open.push(name);
                    }
                }
                case XMLStreamReader.END_ELEMENT -> open.pop();
                default -> {
                }
            }
        }
        return found;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
