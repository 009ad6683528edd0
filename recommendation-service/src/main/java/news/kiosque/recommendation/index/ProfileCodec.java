package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * A profile as bytes, in the index's memory-mapped columns. What a headline or a lead has is among the terms of the text,
 * so only the places there are kept.
 */
final class ProfileCodec {
    /** Raised by hand when the form changes. */
    static final String VERSION = "4";

    private ProfileCodec() {}

    static BytesRef encode(Profile profile) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeString(profile.id());
            out.writeString(profile.edition());
            out.writeString(profile.language());
            out.writeString(profile.headline());
            out.writeString(profile.section());
            out.writeLong(profile.publishedAt().toEpochMilli());
            TermBagCodec.write(profile.text(), out);
            TermBagCodec.writePart(profile.headlineTerms(), profile.text(), out);
            TermBagCodec.writePart(profile.leadTerms(), profile.text(), out);
            TermBagCodec.write(profile.names(), out);
            TermBagCodec.write(profile.tags(), out);
            TermBagCodec.write(profile.byline(), out);
            write(profile.picks().readAlso(), out);
            write(profile.picks().pinned(), out);
            write(profile.picks().banned(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    static Profile decode(BytesRef bytes) {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        try {
            String id = in.readString();
            String edition = in.readString();
            String language = in.readString();
            String headline = in.readString();
            String section = in.readString();
            Instant publishedAt = Instant.ofEpochMilli(in.readLong());
            TermBag text = TermBagCodec.read(in);
            TermBag headlineTerms = TermBagCodec.readPart(text, in);
            TermBag leadTerms = TermBagCodec.readPart(text, in);
            return new Profile(id, edition, language, headline, section, publishedAt, text, headlineTerms, leadTerms,
                    TermBagCodec.read(in), TermBagCodec.read(in), TermBagCodec.read(in),
                    new Picks(readIds(in), readIds(in), readIds(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(List<String> ids, ByteBuffersDataOutput out) throws IOException {
        out.writeVInt(ids.size());
        for (String id : ids) {
            out.writeString(id);
        }
    }

    private static List<String> readIds(ByteArrayDataInput in) throws IOException {
        String[] ids = new String[in.readVInt()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = in.readString();
        }
        return List.of(ids);
    }
}
