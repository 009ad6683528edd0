package news.kiosque.articles.article;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestIdTest {

    @Test
    void isTheSameForTheSamePrincipalAndKey() {
        assertThat(RequestId.id("alice", "k1")).isEqualTo(RequestId.id("alice", "k1"))
                .isNotEqualTo(RequestId.id("alice", "k2")).isNotEqualTo(RequestId.id("bob", "k1"));
    }

    @Test
    void isAUuidOfVersionFive() {
        UUID id = UUID.fromString(RequestId.id("alice", "k1"));

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void isAnotherEachTimeWithoutAKey() {
        assertThat(RequestId.id("alice", null)).isNotEqualTo(RequestId.id("alice", null));
    }
}
