package news.kiosque.gateway.notice;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentSecurityPolicyTest {

    @Test
    void opensAStrictPolicyAsFarAsTheNoticeNeeds() {
        assertThat(ContentSecurityPolicy.withNotice(
                "default-src 'none'; img-src 'self' ; style-src 'sha256-a'; form-action 'none'", "sha256-b"))
                .isEqualTo("default-src 'none'; img-src 'self'; style-src 'sha256-a' 'self'; form-action 'self'; "
                        + "script-src 'self' 'sha256-b'; connect-src 'self'");
    }

    @Test
    void leavesAPolicyThatAllowsItAsItIs() {
        String policy = "default-src 'self'; script-src 'self'; frame-src https:";

        assertThat(ContentSecurityPolicy.withNotice(policy, "")).isEqualTo(policy);
    }

    @Test
    void keepsWhatTheDefaultAllowedWhenItAddsTheScript() {
        assertThat(ContentSecurityPolicy.withNotice("default-src 'self' https:", "sha256-b"))
                .isEqualTo("default-src 'self' https:; script-src 'self' https: 'sha256-b'");
    }
}
