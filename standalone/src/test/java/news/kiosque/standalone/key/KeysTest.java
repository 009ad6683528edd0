package news.kiosque.standalone.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTest {
    @TempDir
    Path temp;

    Path folder;
    Keys keys;

    @BeforeEach
    void make() {
        folder = temp.resolve("keys");
        keys = new Keys(folder);
        assertThat(keys.exist()).isFalse();
        keys.make();
    }

    @Test
    void areForTheirOwnerOnly() throws Exception {
        for (var file : contents().keySet()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }

    @Test
    void areMadeOnceAndOnlyWhatIsMissingIsMadeAgain() throws Exception {
        var before = contents();
        assertThat(before.keySet()).extracting(file -> file.getFileName().toString()).containsExactlyInAnyOrder(
                "login-private.jwk", "login-public.jwks", "service-private.jwk", "service-public.jwks",
                "consent-cookie.keys", "ledger-signing.jwk", "ledger-wrapping.key");
        Files.delete(folder.resolve("service-public.jwks"));
        keys.make();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void holdNothingPrivateInThePublicSets() throws Exception {
        for (var name : new String[]{"login", "service"}) {
            var set = JWKSet.parse(Files.readString(folder.resolve(name + "-public.jwks")));
            assertThat(set.containsNonPublicKeys()).isFalse();
            var pair = ECKey.parse(Files.readString(folder.resolve(name + "-private.jwk")));
            assertThat(set.getKeyByKeyId(pair.getKeyID())).isEqualTo(pair.toPublicJWK());
        }
    }

    @Test
    void signALoginTokenThatThePublicKeyVerifies() throws Exception {
        var now = Instant.parse("2026-11-20T08:00:00Z");
        var token = SignedJWT
                .parse(new LoginToken("Ada", Role.editor, Duration.ofHours(2)).signedWith(keys, now));
        var set = JWKSet.parse(Files.readString(folder.resolve("login-public.jwks")));
        var key = set.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("kiosque-login");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("kiosque");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("Ada");
        assertThat(token.getJWTClaimsSet().getStringClaim("role")).isEqualTo("editor");
        assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void pairTheLedgersTwoHalves() throws Exception {
        var pair = OctetKeyPair.parse(Files.readString(folder.resolve("ledger-signing.jwk")));
        var factory = KeyFactory.getInstance("Ed25519");
        var message = "root".getBytes(StandardCharsets.UTF_8);
        var signing = Signature.getInstance("Ed25519");
        signing.initSign(factory
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, pair.getD().decode())));
        signing.update(message);
        var signature = signing.sign();
        var verifying = Signature.getInstance("Ed25519");
        verifying.initVerify(factory.generatePublic(
                new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(pair.getX().decode()))));
        verifying.update(message);
        assertThat(verifying.verify(signature)).isTrue();
    }

    @Test
    void haveSecretsOf32Bytes() throws Exception {
        var cookie = Files.readString(folder.resolve("consent-cookie.keys")).strip().split(" ");
        assertThat(cookie).hasSize(2);
        assertThat(Base64.getDecoder().decode(cookie[1])).hasSize(32);
        assertThat(Base64.getDecoder().decode(Files.readString(folder.resolve("ledger-wrapping.key")).strip()))
                .hasSize(32);
    }

    /** RFC 8032, 5.1.2: the y coordinate, little-endian, with the sign of x in the last bit. */
    private static EdECPoint point(byte[] encoded) {
        var bigEndian = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            bigEndian[i] = encoded[encoded.length - 1 - i];
        }
        boolean odd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        return new EdECPoint(odd, new java.math.BigInteger(1, bigEndian));
    }

    private Map<Path, String> contents() throws Exception {
        var contents = new HashMap<Path, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }
}
