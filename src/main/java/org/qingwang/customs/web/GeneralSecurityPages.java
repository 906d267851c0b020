package org.qingwang.customs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.qingwang.agency.Actors;
import org.qingwang.common.BadInput;
import org.qingwang.customs.GeneralSecurity;
import org.qingwang.customs.GeneralSecurityService;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.portal.PageProblems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The register of general securities: what each letter covers and what is left of it. */
@Controller
@RequestMapping("/desk/customs/securities")
class GeneralSecurityPages {

    private final GeneralSecurityService securities;
    private final PageProblems problems;
    private final Clock clock;

    GeneralSecurityPages(GeneralSecurityService securities, PageProblems problems, Clock clock) {
        this.securities = securities;
        this.problems = problems;
        this.clock = clock;
    }

    /** What was typed. */
    record Typed(
            String letterNo, String holder, String guarantor, String lastYearCosts, String amount, String approvedOn) {

        private static final Typed NOTHING = new Typed("", "", "", "", "", "");

        GeneralSecurity letter() {
            return new GeneralSecurity(
                    text(letterNo),
                    text(holder),
                    text(guarantor),
                    money(lastYearCosts),
                    money(amount),
                    day(approvedOn));
        }

        private static String text(String typed) {
            return typed == null ? "" : typed.strip();
        }

        /** @return null for what is no amount of money */
        private static BigDecimal money(String typed) {
            String digits = text(typed).replace(",", "");
            return digits.matches("\\d{1,12}(\\.\\d{1,2})?") ? new BigDecimal(digits) : null;
        }

        /** @return null for what is no day */
        private static LocalDate day(String typed) {
            try {
                return LocalDate.parse(text(typed));
            } catch (DateTimeException notADay) {
                return null;
            }
        }
    }

    @GetMapping
    String list(Model model) {
        show(Typed.NOTHING, model);
        return "customs/securities";
    }

    @PostMapping
    String register(@ModelAttribute Typed typed, Model model, HttpServletResponse response) {
        try {
            securities.register(typed.letter());
            return "redirect:/desk/customs/securities";
        } catch (BadInput input) {
            problems.show(input, model, response);
            show(typed, model);
            return "customs/securities";
        }
    }

    private void show(Typed typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("today", WorkingCalendar.dateOf(clock.instant()));
        model.addAttribute("letters", securities.all());
        model.addAttribute("mayRegister", securities.mayRegister(Actors.current()));
    }
}
