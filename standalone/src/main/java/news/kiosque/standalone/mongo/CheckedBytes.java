package news.kiosque.standalone.mongo;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keys and values of a table on disk, each with a checksum, so that damage is noticed and never served. */
final class CheckedBytes extends BasicDataType<byte[]> {

    static final CheckedBytes INSTANCE = new CheckedBytes();
    private static final int OBJECT_OVERHEAD = 24;

    @Override
    public int getMemory(byte[] value) {
        return OBJECT_OVERHEAD + value.length;
    }

    @Override
    public void write(WriteBuffer buffer, byte[] value) {
        buffer.putVarInt(value.length).putInt(checksum(value)).put(value);
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        if (length < 0 || length > buffer.remaining() - Integer.BYTES) {
            throw damaged();
        }
        var value = new byte[length];
        int checksum = buffer.getInt();
        buffer.get(value);
        if (checksum != checksum(value)) {
            throw damaged();
        }
        return value;
    }

    private static MVStoreException damaged() {
        return new MVStoreException(DataUtils.ERROR_FILE_CORRUPT, "stored bytes do not match their checksum");
    }

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }

    private static int checksum(byte[] value) {
        var crc = new CRC32C();
        crc.update(value);
        return (int) crc.getValue();
    }
}
