package org.qingwang.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What {@code templates/shell.html} shows around every page: who is signed in, and where that person may go. */
@Component("shell")
public class Shell {

    private final boolean demo;
    private final String version;
    private final RequestMappingHandlerMapping mappings;

    Shell(
            Environment environment,
            ObjectProvider<BuildProperties> build,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        BuildProperties properties = build.getIfAvailable();
        this.version = properties == null ? "" : properties.getVersion();
    }

    /** Whether this runs with sample accounts, which every page has to say. */
    public boolean demo() {
        return demo;
    }

    /** The product's version, empty when run from classes that were never built. */
    public String version() {
        return version;
    }

    /** Whether the page is shown inside another one: above a form of Tasklist there is no room for a header. */
    public boolean inFrame() {
        return "iframe".equals(request().getHeader("Sec-Fetch-Dest"));
    }

    public boolean signedIn() {
        return Actors.current() != Actor.SYSTEM;
    }

    /** Where the product's name leads: to the desk, or for the public to the start page. */
    public String home() {
        return signedIn() ? "/desk" : "/";
    }

    /** Whether the reader may look into the audit. */
    public boolean watches() {
        Actor actor = Actors.current();
        return actor.seesEverything() || actor.isAdministrator();
    }

    /** Whether the reader works cases or watches over them: an administrator alone finds no page of one. */
    public boolean readsCases() {
        return works(Actors.current());
    }

    public String personName() {
        return Actors.current().name();
    }

    /** What this person goes to every day: stands above every page, so it has to fit into one line. */
    public List<Link> navigation() {
        return markCurrent(places().stream().filter(Link::daily).toList());
    }

    /** Everything this person has use for, in the order of the work. */
    public List<Link> places() {
        Actor actor = Actors.current();
        List<Link> places = new ArrayList<>();
        if (works(actor)) {
            addCases(places, actor);
        }
        if (actor.seesEverything() || isOf(actor, Agency.COMMERCE)) {
            places.add(daily("pledge.nav", "/desk/pledges"));
        }
        if (works(actor) || actor.isAdministrator()) {
            places.add(daily("shell.nav.law", "/desk/law"));
        }
        addTasks(places, actor);
        places.add(daily("shell.nav.tasklist", "/camunda/app/tasklist/default/"));
        places.add(daily("shell.nav.cockpit", "/camunda/app/cockpit/default/"));
        if (watches()) {
            places.add(rare("repair.models", "/desk/processes"));
            places.add(daily("mail.nav", "/desk/outbox"));
            places.add(daily("shell.nav.audit", "/desk/audit/verify"));
        }
        if (actor.isAdministrator()) {
            places.add(daily("shell.nav.officers", "/desk/admin/officers"));
            places.add(daily("api.keys.nav", "/desk/admin/api-keys"));
        }
        return places;
    }

    private static void addCases(List<Link> places, Actor actor) {
        places.add(daily("shell.nav.cases", "/desk/cases"));
        places.add(daily("supervision.list", "/desk/supervised"));
        places.add(daily("campaign.list", "/desk/campaigns"));
        places.add(daily("briefing.nav", "/desk/briefings"));
        places.add(daily("shell.nav.complaints", "/desk/complaints"));
        places.add(daily("shell.nav.rights", "/desk/rights"));
        places.add(daily("shell.nav.platforms", "/desk/platforms"));
        if (isOf(actor, Agency.CUSTOMS)) {
            places.add(daily("customs.recordations.title", "/desk/customs/recordations"));
        }
        places.add(daily("shell.nav.import", "/desk/complaints/import"));
        if (actor.seesEverything()) {
            places.add(rare("rehearsal.list", "/desk/rehearsal"));
        }
    }

    private static void addTasks(List<Link> places, Actor actor) {
        if (works(actor)) {
            places.add(rare("worklist.many", "/desk/tasks/many"));
        }
        if (actor.homeJurisdiction().isPresent()) {
            places.add(rare("deputy.title", "/desk/deputies"));
        }
        if (actor.isIn(Actor.SUPERVISORS_GROUP)
                || actor.homeJurisdiction().filter(actor::isHeadOf).isPresent()) {
            places.add(rare("worklist.reassign", "/desk/tasks/reassign"));
        }
    }

    private static boolean works(Actor actor) {
        return actor.seesEverything() || actor.homeJurisdiction().isPresent();
    }

    private static boolean isOf(Actor actor, Agency agency) {
        return actor.homeJurisdiction().filter(home -> home.agency() == agency).isPresent();
    }

    /** The page being shown, in the language the reader does not have now. */
    public String otherLanguageAddress() {
        HttpServletRequest request = request();
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return pageAbove(path(request)) + "?" + LanguageSwitch.PARAMETER + "=" + otherLanguage();
        }
        String query = request.getQueryString();
        String switched = LanguageSwitch.PARAMETER + "=" + otherLanguage();
        String rest = Arrays.stream(query == null ? new String[0] : query.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(LanguageSwitch.PARAMETER + "="))
                .map(pair -> pair + "&")
                .collect(Collectors.joining());
        return path(request).replaceFirst("^/+", "/") + "?" + rest + switched;
    }

    /** An address that only takes what a form sends cannot be read again: the page with the form is above it. */
    private String pageAbove(String address) {
        String page = address.replaceFirst("^/+", "/");
        while (page.length() > 1 && !isPage(page)) {
            page = page.substring(0, Math.max(1, page.lastIndexOf('/')));
        }
        return page;
    }

    private boolean isPage(String address) {
        PathContainer path = PathContainer.parsePath(address);
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPathPatternsCondition().getPatterns().stream())
                .anyMatch(pattern -> pattern.matches(path));
    }

    /** The tag of the language the reader does not have now. */
    public String otherLanguage() {
        Locale other = LocaleContextHolder.getLocale().equals(Locale.CHINESE) ? Locale.ENGLISH : Locale.CHINESE;
        return other.getLanguage();
    }

    private static Link daily(String label, String address) {
        return new Link(label, address, true, false);
    }

    /** Found on the desk, and where it is needed. */
    private static Link rare(String label, String address) {
        return new Link(label, address, false, false);
    }

    /** Of two links that fit the page, the longer one is the page's own. */
    private static List<Link> markCurrent(List<Link> links) {
        String path = path(request());
        String current = links.stream()
                .map(Link::address)
                .filter(address -> path.equals(address) || path.startsWith(address + "/"))
                .reduce("", (one, other) -> one.length() >= other.length() ? one : other);
        return links.stream()
                .map(link -> new Link(
                        link.label(),
                        link.address(),
                        link.daily(),
                        link.address().equals(current)))
                .toList();
    }

    /** The address the reader asked for, also where an error page answers instead. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /**
     * A link of the navigation.
     *
     * @param label message key of its text
     * @param address path within the product
     * @param daily whether it stands above every page, not on the desk alone
     * @param here whether it leads to the page being shown
     */
    public record Link(String label, String address, boolean daily, boolean here) {}
}
