package news.kiosque.gateway.login;

import news.kiosque.platform.token.Role;

/** A part of the bureau: the pages of one service for those of the newsroom who run it. */
public enum BureauRoom {
    /** What readers are asked and what they chose. */
    CONSENT("/bureau/consent", "consent-service", Role.ADMINISTRATOR, "Consent",
            "What readers are asked, what they chose, and whether the ledger is whole."),
    /** Why one article is listed with another. */
    RELATED("/bureau/related", "recommendation-service", Role.EDITOR, "Related articles",
            "Why an article is listed with another.");

    private final String path;
    private final String service;
    private final Role role;
    private final String title;
    private final String text;

    BureauRoom(String path, String service, Role role, String title, String text) {
        this.path = path;
        this.service = service;
        this.role = role;
        this.title = title;
        this.text = text;
    }

    public String path() {
        return path;
    }

    String service() {
        return service;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    boolean isOpenTo(Editor editor) {
        return Role.named(editor.role()).filter(has -> has.compareTo(role) >= 0).isPresent();
    }

    String needs() {
        return role.claim();
    }
}
