package news.kiosque.platform.token;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody of the newsroom may do; each role may do all that the ones before it may. */
public enum Role {
    /** Drafts and edits. */
    REPORTER,
    /** Publishes and withdraws. */
    EDITOR,
    /** Runs the suite. */
    ADMINISTRATOR;

    /** As it stands in a token: {@code reporter}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that a token names so, if there is one. */
    public static Optional<Role> named(@Nullable String claim) {
        return Arrays.stream(values()).filter(role -> role.claim().equals(claim)).findFirst();
    }

    /** As Spring Security calls it: {@code ROLE_REPORTER}. */
    String authority() {
        return "ROLE_" + name();
    }

    /** This role's authority and those of the roles below it: {@code ROLE_REPORTER}, … */
    List<GrantedAuthority> authorities() {
        return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority())).toList();
    }
}
