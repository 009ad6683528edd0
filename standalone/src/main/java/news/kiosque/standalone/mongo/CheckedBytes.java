package news.kiosque.standalone.mongo;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Values of a table on disk, each with a checksum, so that damage is noticed and never served. */
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
        var value = new byte[DataUtils.readVarInt(buffer)];
        int checksum = buffer.getInt();
        buffer.get(value);
        if (checksum != checksum(value)) {
            throw new MVStoreException(DataUtils.ERROR_FILE_CORRUPT, "a stored value does not match its checksum");
        }
        return value;
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
