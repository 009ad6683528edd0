package news.kiosque.gateway.login;

import java.time.Instant;

/** Somebody who signed in at the bureau, and until when. */
record Session(Editor editor, Instant until) {}
