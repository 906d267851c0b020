package org.qingwang.agency.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.Membership;
import org.qingwang.agency.Officer;
import org.qingwang.agency.Role;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.portal.PageProblems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People with an account, for administrators: add, change, close, set a new password. */
@Controller
@RequestMapping("/desk/admin/officers")
class OfficersPage {

    private static final int PAGE_SIZE = 50;

    private final AgencyService agencies;
    private final PageProblems problems;

    OfficersPage(AgencyService agencies, PageProblems problems) {
        this.agencies = agencies;
        this.problems = problems;
    }

    @ModelAttribute("allRoles")
    Role[] allRoles() {
        return Role.values();
    }

    @ModelAttribute("jurisdictions")
    List<Jurisdiction> jurisdictions() {
        return agencies.jurisdictions();
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "1") int page, Model model) {
        int shown = Math.max(1, page);
        List<Officer> found = agencies.page(words.strip(), (shown - 1) * PAGE_SIZE, PAGE_SIZE + 1);
        model.addAttribute("words", words.strip());
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > PAGE_SIZE);
        model.addAttribute("officers", found.stream().limit(PAGE_SIZE).toList());
        return "agency/officers";
    }

    @GetMapping("/new")
    String empty(Model model) {
        return form(new OfficerForm("", "", List.of(""), List.of("")), true, true, model);
    }

    @PostMapping("/new")
    String add(
            @ModelAttribute OfficerForm officer,
            @RequestParam String password,
            Model model,
            HttpServletResponse response) {
        try {
            agencies.add(officer.read(true), password);
            return saved(officer.id());
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(officer, true, true, model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, @RequestParam(required = false) String saved, Model model) {
        Officer officer = known(id);
        model.addAttribute("saved", saved != null);
        return form(OfficerForm.of(officer), false, officer.active(), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String id, @ModelAttribute OfficerForm officer, Model model, HttpServletResponse response) {
        boolean active = known(id).active();
        try {
            agencies.change(officer.withId(id).read(active));
            return saved(id);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(officer.withId(id), false, active, model);
        }
    }

    @PostMapping("/{id}/active")
    String setActive(@PathVariable String id, @RequestParam boolean active, Model model, HttpServletResponse response) {
        Officer officer = known(id);
        try {
            agencies.setActive(id, active);
            return saved(id);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(OfficerForm.of(officer), false, officer.active(), model);
        }
    }

    @PostMapping("/{id}/password")
    String resetPassword(
            @PathVariable String id, @RequestParam String password, Model model, HttpServletResponse response) {
        Officer officer = known(id);
        try {
            agencies.resetPassword(id, password);
            return saved(id);
        } catch (BadInput input) {
            problems.show(input, model, response);
            return form(OfficerForm.of(officer), false, officer.active(), model);
        }
    }

    private String form(OfficerForm officer, boolean fresh, boolean active, Model model) {
        model.addAttribute("officer", officer);
        model.addAttribute("fresh", fresh);
        model.addAttribute("active", active);
        return "agency/officer";
    }

    private Officer known(String id) {
        return agencies.find(id).orElseThrow(() -> new NotAllowed("no officer " + id));
    }

    private static String saved(String id) {
        return "redirect:/desk/admin/officers/" + id + "?saved";
    }

    /**
     * The form as typed.
     *
     * @param role roles, line by line, empty where the line is not used
     * @param where jurisdiction ids, line by line, empty for everywhere
     */
    record OfficerForm(String id, String name, List<String> role, List<String> where) {

        OfficerForm {
            id = id == null ? "" : id.strip();
            name = name == null ? "" : name.strip();
            role = role == null ? List.of() : List.copyOf(role);
            where = where == null ? List.of() : List.copyOf(where);
        }

        static OfficerForm of(Officer officer) {
            List<String> roles = new ArrayList<>();
            List<String> where = new ArrayList<>();
            for (Membership membership : officer.memberships()) {
                roles.add(membership.role().name());
                where.add(membership.where().map(Jurisdiction::id).orElse(""));
            }
            roles.add("");
            where.add("");
            return new OfficerForm(officer.id(), officer.name(), roles, where);
        }

        OfficerForm withId(String newId) {
            return new OfficerForm(newId, name, role, where);
        }

        Officer read(boolean active) {
            List<Membership> memberships = new ArrayList<>();
            for (int line = 0; line < role.size(); line++) {
                if (!role.get(line).isEmpty()) {
                    memberships.add(new Membership(roleAt(line), jurisdictionAt(line)));
                }
            }
            return new Officer(id, name, active, memberships.stream().distinct().toList());
        }

        private Role roleAt(int line) {
            try {
                return Role.valueOf(role.get(line));
            } catch (IllegalArgumentException e) {
                throw new BadInput("roles", "agency.role.missing");
            }
        }

        private Jurisdiction jurisdictionAt(int line) {
            String id = line < where.size() ? where.get(line) : "";
            try {
                return id.isEmpty() ? null : Jurisdiction.parse(id);
            } catch (IllegalArgumentException e) {
                throw new BadInput("roles", "agency.jurisdiction.unknown", id);
            }
        }
    }
}
