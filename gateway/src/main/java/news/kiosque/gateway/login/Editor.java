package news.kiosque.gateway.login;

/** Somebody of the newsroom whose token was valid. */
record Editor(String name, String role) {}
