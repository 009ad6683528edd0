package news.kiosque.platform.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;

/** The folder with the suite's keys; a service is given those that it needs. */
public record KeyFolder(Path folder) {

    /** Verifies what {@code ./kiosque token} and the login page sign. */
    public JWKSet loginPublic() {
        return set("login-public.jwks");
    }

    /** Verifies what the gateway signs for the services. */
    public JWKSet servicePublic() {
        return set("service-public.jwks");
    }

    /** Signs the tokens for the services; the gateway's alone. */
    public ECKey servicePrivate() {
        try {
            return ECKey.parse(read("service-private.jwk"));
        } catch (ParseException e) {
            throw new IllegalStateException(folder.resolve("service-private.jwk") + " is not an EC key", e);
        }
    }

    /** A line a key: its id, a space, 32 bytes in Base64. The first signs, all verify. */
    public String consentCookieKeys() {
        return read("consent-cookie.keys");
    }

    /** @throws UncheckedIOException naming the file that cannot be read */
    public String read(String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("No key at " + folder.resolve(file).toAbsolutePath()
                    + ": set KIOSQUE_KEYS to the folder that has it", e);
        }
    }

    private JWKSet set(String file) {
        try {
            return JWKSet.parse(read(file)).toPublicJWKSet();
        } catch (ParseException e) {
            throw new IllegalStateException(folder.resolve(file) + " is not a JWK set", e);
        }
    }
}
