package news.kiosque.recommendation.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/** A profile as bytes, about 1.5 KB for an article of 400 words, in the index's memory-mapped columns. */
final class ProfileCodec {
    /** Raised by hand when the form changes. */
    static final String VERSION = "3";

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
            write(profile.text(), out);
            write(profile.headlineTerms(), out);
            write(profile.leadTerms(), out);
            write(profile.names(), out);
            write(profile.tags(), out);
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
            return new Profile(in.readString(), in.readString(), in.readString(), in.readString(), in.readString(),
                    Instant.ofEpochMilli(in.readLong()), read(in), read(in), read(in), read(in), read(in),
                    new Picks(readIds(in), readIds(in), readIds(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(TermBag bag, ByteBuffersDataOutput out) throws IOException {
        out.writeVInt(bag.size());
        long before = Integer.MIN_VALUE;
        for (int i = 0; i < bag.size(); i++) {
            out.writeVLong(bag.ids()[i] - before);
            out.writeVInt(bag.counts()[i]);
            before = bag.ids()[i];
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

    private static TermBag read(ByteArrayDataInput in) {
        int[] ids = new int[in.readVInt()];
        int[] counts = new int[ids.length];
        long before = Integer.MIN_VALUE;
        for (int i = 0; i < ids.length; i++) {
            before += in.readVLong();
            ids[i] = (int) before;
            counts[i] = in.readVInt();
        }
        return new TermBag(ids, counts);
    }
}
