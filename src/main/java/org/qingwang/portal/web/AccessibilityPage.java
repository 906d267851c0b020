package org.qingwang.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What is done so that everybody can read and fill in the pages, and how that was found out. */
@Controller
class AccessibilityPage {

    @GetMapping("/public/accessibility")
    String statement() {
        return "portal/accessibility";
    }
}
