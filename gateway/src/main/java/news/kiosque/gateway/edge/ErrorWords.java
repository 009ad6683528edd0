package news.kiosque.gateway.edge;

/** What a page says to a reader whose request failed. */
record ErrorWords(String heading, String advice) {

    static ErrorWords of(int status, boolean english) {
        return switch (status) {
            case 404 -> english
                    ? new ErrorWords("There is nothing here", "Look for it from the front page.")
                    : new ErrorWords("Il n’y a rien ici", "Cherchez-le depuis la page d’accueil.");
            case 401, 403 -> english
                    ? new ErrorWords("You may not do this here", "Sign in anew, with the role that it needs.")
                    : new ErrorWords("Vous ne pouvez pas faire cela ici",
                            "Identifiez-vous à nouveau, avec le rôle qu’il faut.");
            case 503 -> english
                    ? new ErrorWords("This page cannot be shown right now",
                            "We are working on it. Please try again in a moment.")
                    : new ErrorWords("Cette page ne peut être affichée pour l’instant",
                            "Nous y travaillons. Réessayez dans un instant.");
            case 413 -> english
                    ? new ErrorWords("That is too much", "What you sent is larger than what can be taken here.")
                    : new ErrorWords("C’est trop volumineux", "Votre envoi dépasse ce qui est accepté ici.");
            default -> status < 500 ? notUnderstood(english) : failed(english);
        };
    }

    private static ErrorWords notUnderstood(boolean english) {
        return english
                ? new ErrorWords("That address is not understood", "Check it, or start from the front page.")
                : new ErrorWords("Cette adresse n’est pas comprise", "Vérifiez-la, ou repartez de la page d’accueil.");
    }

    private static ErrorWords failed(boolean english) {
        return english
                ? new ErrorWords("Something went wrong", "It is noted. Please try again in a moment.")
                : new ErrorWords("Une erreur s’est produite", "Elle est signalée. Réessayez dans un instant.");
    }
}
