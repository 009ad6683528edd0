package news.kiosque.story;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

/** In which colours somebody reads. */
enum Colours {
    LIGHT, DARK, FORCED;

    /** From now on the page is seen so. */
    void on(Page page) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(this == DARK ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setForcedColors(isForced() ? ForcedColors.ACTIVE : ForcedColors.NONE));
    }

    boolean isForced() {
        return this == FORCED;
    }

    @Override
    public String toString() {
        return name().toLowerCase();
    }
}
