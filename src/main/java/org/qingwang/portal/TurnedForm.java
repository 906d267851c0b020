package org.qingwang.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;

/**
 * A form shown again after a mistake, which its reader can turn to the other language without losing what was typed: the
 * page's switch is then a button of that form instead of a link. What it sends is only shown, nothing is done with it.
 */
public final class TurnedForm {

    private static final String OFFERED = "turnedForm";
    private static final String TURNED = "turned";

    private TurnedForm() {}

    /**
     * Offers the switch for a form of the page.
     *
     * @param id of the form in the page
     */
    public static void offer(String id, Model model) {
        model.addAttribute(OFFERED, id);
    }

    /** Whether a form came only to be shown in the other language; then the page says that nothing was sent. */
    public static boolean isAsked(HttpServletRequest request, Model model) {
        boolean asked = request.getParameter(LanguageSwitch.PARAMETER) != null;
        if (asked) {
            model.addAttribute(TURNED, true);
        }
        return asked;
    }
}
