package news.kiosque.standalone.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Documents as they lie in a table: BSON. */
final class StoredDocuments {

    static final int LARGEST = 16 * 1024 * 1024;
    private static final int USUAL = 1024;
    private static final int TOO_LARGE = 10334;

    private StoredDocuments() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(USUAL);
        BsonEncoder.encodeDocument(document, buffer);
        if (buffer.readableBytes() > LARGEST) {
            throw new MongoServerError(TOO_LARGE, "BSONObjectTooLarge",
                    "the document has " + buffer.readableBytes() + " bytes; the most is " + LARGEST);
        }
        var bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    static Document decode(byte[] bytes, Excerpt wanted) {
        return BsonDecoder.decodeBson(wanted.isWhole()
                ? Unpooled.wrappedBuffer(bytes)
                : Unpooled.wrappedBuffer(ExcerptReader.read(bytes, wanted)));
    }
}
