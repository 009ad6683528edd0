package news.kiosque.standalone.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

/** The folder with a suite's keys; each is made when it is first missed, and only its owner may read it. */
public final class Keys {
    private static final int SECRET_BYTES = 32;

    private final Path folder;

    public Keys(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    public boolean exist() {
        return Files.exists(folder.resolve("login-private.jwk"));
    }

    /** Makes the keys that are missing and leaves the others as they are. */
    public void make() {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            makePair("login");
            makePair("service");
            makeMissing("consent-cookie.keys", () -> shortId() + " " + secret() + "\n");
            makeMissing("ledger-signing.jwk", () -> ed25519().toJSONString() + "\n");
            makeMissing("ledger-wrapping.key", () -> secret() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The keys could not be written to " + folder, e);
        }
    }

    /** Signs what the command {@code token} prints. */
    ECKey login() {
        return readKey("login");
    }

    private void makePair(String name) throws IOException {
        makeMissing(name + "-private.jwk", () -> p256(name).toJSONString() + "\n");
        makeMissing(name + "-public.jwks", () -> new JWKSet(readKey(name).toPublicJWK()) + "\n");
    }

    private ECKey readKey(String name) {
        try {
            return ECKey.parse(Files.readString(folder.resolve(name + "-private.jwk")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("Not a key: " + folder.resolve(name + "-private.jwk"), e);
        }
    }

    private void makeMissing(String name, NewKey key) throws IOException {
        var file = folder.resolve(name);
        if (Files.exists(file)) {
            return;
        }
        var unfinished = Files.createTempFile(folder, name, ".new", ownerOnly());
        Files.writeString(unfinished, key.text());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private FileAttribute<?>[] ownerOnly() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static ECKey p256(String name) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).keyID(name + "-" + shortId()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both encodings of an Ed25519 key end in its 32 bytes (RFC 8410). */
    private static OctetKeyPair ed25519() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new OctetKeyPair.Builder(Curve.Ed25519, lastBytes(pair.getPublic().getEncoded()))
                    .d(lastBytes(pair.getPrivate().getEncoded())).keyUse(KeyUse.SIGNATURE).keyID("ledger-" + shortId())
                    .build();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Base64URL lastBytes(byte[] encoded) {
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - SECRET_BYTES, encoded.length));
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String shortId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private interface NewKey {
        String text();
    }
}
