package org.qingwang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.briefing.process.Reporting;
import org.qingwang.bulk.BulkSteps;
import org.qingwang.campaign.process.Campaigning;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.Receipt;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.complaint.intake.ImportSteps;
import org.qingwang.cooperation.process.Cooperating;
import org.qingwang.customs.process.CustomsOfficer;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.mail.MailOrder;
import org.qingwang.mail.Mails;
import org.qingwang.mediation.process.Mediator;
import org.qingwang.monitor.process.StuckMails;
import org.qingwang.platform.LinkService;
import org.qingwang.platform.PublicationService;
import org.qingwang.platform.process.Notifier;
import org.qingwang.pledge.process.Pledger;
import org.qingwang.publicsecurity.process.Referrer;
import org.qingwang.rehearsal.Rehearsing;
import org.qingwang.supervision.process.Supervising;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.qingwang.worklist.ScreeningTasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page of ours, by somebody whose page it is, in both languages, on a desk and on a telephone. If this fails,
 * somebody who cannot see, has no mouse, reads on a telephone or reads no English is shut out of a page.
 */
@QingwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    /** Pages that bring themselves up to date while what they tell of goes on, and where the way to them begins. */
    private static final Pattern REFRESHING = Pattern.compile("/desk/(complaints/import/DR|rehearsal/TY)-[\\w-]+$");

    private static final Pattern WAY_TO_REFRESHING = Pattern.compile("^/desk/(complaints/import|rehearsal)\\b");

    private static final String ENGLISH = "en-US";
    private static final String CHINESE = "zh-CN";
    private static final String OFFICER = "commerce-zj";
    private static final String CUSTOMS = "customs-zj";
    private static final String SUPERVISOR = "supervisor";
    private static final String ADMINISTRATOR = "admin";

    /** Answers that nobody reads in a browser: files to take away. */
    private static final Set<String> NO_PAGES = Set.of(
            "/desk/cases/export.csv",
            "/desk/rehearsal/{rehearsalNo:TY-\\d{4}-\\d{4,}}/clocks.csv",
            "/desk/pledges/firms/{code:[0-9A-Z]{18}}/returns/indicators.csv",
            "/desk/complaints/import/{batchNo}/report.csv",
            "/answer/{token}/files/{id:\\d{1,18}}",
            "/pledges/sign/{token}/certificate.pdf",
            "/desk/pledges/{pledgeNo:CNS-\\d{6}-\\d{4}-\\d{6}}/certificate.pdf",
            "/briefings/{briefingNo:JB-\\d{4}-\\d{4,}}/briefing.pdf",
            "/briefings/{briefingNo:JB-\\d{4}-\\d{4,}}/figures.csv",
            "/desk/briefings/{briefingNo:JB-\\d{4}-\\d{4,}}/figures.csv",
            "/desk/law/{id:[a-z0-9.-]{3,80}}/file",
            "/desk/admin/law/{draft}/moves.csv",
            "/desk/cases/{caseNo}/customs/letters/{letter}.pdf",
            "/desk/cases/{caseNo}/commerce/letters/{letter}.pdf",
            "/desk/complaints/{receiptNo}/mediation/letters/{side}.pdf",
            "/desk/referrals/{referralNo}/pack.pdf",
            "/desk/referrals/{referralNo}/pack.zip",
            "/desk/evidence/{id:\\d{1,18}}/content",
            "/desk/evidence/{id:\\d{1,18}}/picture");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Investigator investigator;

    @Autowired
    private Referrer referrer;

    @Autowired
    private CustomsOfficer customs;

    @Autowired
    private Notifier notifier;

    @Autowired
    private Supervising supervising;

    @Autowired
    private Pledger pledger;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Campaigning campaigning;

    @Autowired
    private Cooperating cooperating;

    @Autowired
    private StuckMails stuckMails;

    @Autowired
    private ScreeningTasks screening;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private BulkSteps bulk;

    @Autowired
    private LinkService links;

    @Autowired
    private PublicationService publications;

    @Autowired
    private Mediator mediator;

    @Autowired
    private ComplaintService complaints;

    @Autowired
    private ScreeningService screenings;

    @Autowired
    private ImportSteps imports;

    @Autowired
    private Mails mails;

    @Autowired
    private IdentityService identity;

    @Autowired
    private StatutoryClocks clocks;

    @Autowired
    private HistoryService history;

    @Autowired
    private Rehearsing rehearsing;

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Person> people = new HashMap<>();
    private final List<Visit> visits = new ArrayList<>();
    private final List<String> goodLooks = new ArrayList<>();

    @BeforeAll
    void prepare() {
        addCases();
        addDetentions();
        addComplaints();
        addImports();
        addRegister();
        addLaw();
        addPublic();
        addOffice();
        addPledges();
        addCampaigns();
        addWatching();
        addRehearsals();
        addMistakes();
    }

    @AfterAll
    void leaveNothingBehind() {
        rehearsing.endAll();
        stuckMails.remove();
        HttpUser administrator = HttpUser.signedIn(port, ADMINISTRATOR);
        for (String key : List.of(own + "-en", own + "-zh-cn")) {
            administrator.post("/desk/admin/api-keys/" + key + "/revoke", Map.of());
        }
    }

    /** A page that is in no list is a page nobody has looked at. */
    @Test
    void noPageIsLeftOut() {
        Set<String> visited = visits.stream().map(Visit::mapping).collect(Collectors.toCollection(TreeSet::new));

        assertThat(visited).containsAll(pages());
    }

    /** Who has to look for a way in two rows looks for it on every page. */
    @ParameterizedTest
    @CsvSource({
        "office, en-US",
        "office, zh-CN",
        "supervisor, en-US",
        "commerce-zj-head, en-US",
        "customs-zj-head, en-US",
        "customs-zj, zh-CN"
    })
    void theNavigationStandsInOneLineOnADesk(String account, String locale) {
        Page page = Person.signedIn(chromium, port, account, locale).page();
        page.setViewportSize(1280, 900);
        page.navigate("http://localhost:" + port + "/desk");

        assertThat(page.evaluate("() => new Set([...document.querySelectorAll('header nav li')]"
                        + ".map(one => Math.round(one.getBoundingClientRect().top))).size"))
                .isEqualTo(1);
    }

    /** Beside its bar a long name is read at a glance. */
    @Test
    void agenciesBesideTheirBarsStandInOneLineOnADesk() {
        String briefing = visits.stream()
                .map(Visit::address)
                .filter(address -> address.matches("/desk/briefings/JB-[0-9-]+"))
                .findFirst()
                .orElseThrow();
        Page page = Person.signedIn(chromium, port, "office", ENGLISH).page();
        page.setViewportSize(1280, 900);
        page.navigate("http://localhost:" + port + briefing);

        assertThat(page.evaluate("() => [...document.querySelectorAll('.share > span:last-child > span:first-child')]"
                        + ".map(one => one.getClientRects().length).reduce((one, other) => Math.max(one, other), 0)"))
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everything")
    void everybodyCanReadIt(Visit visit, String locale) {
        boolean inChinese = locale.equals(CHINESE);
        boolean isPublic = visit.account() == null;
        List<String> faults = inChinese && !isPublic && visit.isALook()
                ? Inspection.ofWords(readerOf(visit, locale).page(), visit.address())
                : Inspection.of(open(visit, locale), inChinese, isPublic, goodLooks);

        assertThat(faults).as(visit.toString()).isEmpty();
        assertThat(people.get(visit.account() + locale).failedRequests())
                .as("a page that breaks is as easy to read as any other: its apology is looked at instead")
                .noneMatch(answer -> answer.startsWith("5"));
    }

    private Stream<Arguments> everything() {
        return Stream.of(ENGLISH, CHINESE).flatMap(locale -> visits.stream().map(visit -> Arguments.of(visit, locale)));
    }

    private Person readerOf(Visit visit, String locale) {
        return people.computeIfAbsent(visit.account() + locale, key -> {
            Person reader = reader(visit.account(), locale);
            Inspection.prepare(reader.page());
            reader.open("/login");
            return reader;
        });
    }

    private Page open(Visit visit, String locale) {
        Person person = readerOf(visit, locale);
        Page page = person.page();
        // For these alone: a page of which anything is intercepted reads all its sheets anew each time.
        boolean refreshes = WAY_TO_REFRESHING.matcher(visit.address()).find();
        if (refreshes) {
            page.route(REFRESHING, EveryPageTest::holdStill);
        }
        person.open(visit.address());
        visit.act().accept(person);
        if (refreshes) {
            page.unroute(REFRESHING);
        }
        return page;
    }

    private Person reader(String account, String locale) {
        if (account == null) {
            return Person.stranger(chromium, port, locale);
        }
        Person signedIn = people.get(account + ENGLISH);
        return signedIn == null ? Person.signedIn(chromium, port, account, locale) : signedIn.reading(chromium, locale);
    }

    /** A page that brings itself up to date would be gone while it is looked at. */
    private static void holdStill(Route route) {
        APIResponse answer = route.fetch();
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.remove("refresh");
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
    }

    private Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (isPage(mapping, method)) {
                pages.addAll(mapping.getPatternValues());
            }
        });
        pages.removeAll(NO_PAGES);
        return pages;
    }

    private static boolean isPage(RequestMappingInfo mapping, HandlerMethod method) {
        Set<RequestMethod> answered = mapping.getMethodsCondition().getMethods();
        return method.getBeanType().isAnnotationPresent(Controller.class)
                && method.getBeanType().getPackageName().startsWith("org.qingwang")
                && (answered.isEmpty() || answered.contains(RequestMethod.GET));
    }

    private void addCases() {
        String inHand = investigator.awaitingDecision();
        String closed = investigator.closed();
        String referred = referrer.refused();
        visits.add(Visit.to("/desk", OFFICER));
        visits.add(Visit.to("/desk/cases", OFFICER));
        visits.add(Visit.to("/desk/cases", SUPERVISOR));
        visits.add(Visit.to("/desk/cases/{caseNo}", OFFICER, "/desk/cases/" + inHand));
        visits.add(Visit.to("/desk/cases/{caseNo}", OFFICER, "/desk/cases/" + closed));
        visits.add(Visit.to("/desk/cases/{caseNo}/summary", OFFICER, "/desk/cases/" + inHand + "/summary"));
        visits.add(Visit.to("/desk/cases/{caseNo}", OFFICER, "/desk/cases/" + referred));
        visits.add(Visit.to("/desk/cases/{caseNo}", "police-zj", "/desk/cases/" + referred));
        visits.add(Visit.to("/desk/cases/{caseNo}/remarks", OFFICER, "/desk/cases/" + inHand + "/remarks"));
        visits.add(Visit.to("/desk/cases/{caseNo}/refer", OFFICER, "/desk/cases/" + inHand + "/refer"));
        visits.add(Visit.to("/desk/cases/{caseNo}/challenge", OFFICER, "/desk/cases/" + closed + "/challenge"));
        addEvidence("case", inHand);
        addClocks(inHand);
        addBriefings();
        addSupervision(inHand);
        addCooperation();
        addMeasures(inHand);
        addNotices();
    }

    /** What the figures of Cockpit's first page open. */
    private void addWatching() {
        String kind = "/desk/incidents/{process:[a-z0-9-]{1,64}}/{step:\\w{1,64}}";
        visits.add(Visit.to("/desk/clocks", SUPERVISOR, "/desk/clocks?soon=true"));
        visits.add(Visit.to("/desk/incidents", SUPERVISOR));
        stuckMails.invitation();
        visits.add(Visit.to(kind, SUPERVISOR, StuckMails.INVITATIONS));
        visits.add(Visit.to(
                "/desk/process-history/{instance:[\\w-]{1,64}}",
                SUPERVISOR,
                "/desk/process-history/" + closedInvestigation()));
        addManyTasks();
    }

    private void addRepairs() {
        String running = "/desk/processes/" + investigation();
        visits.add(Visit.to("/desk/processes", SUPERVISOR));
        visits.add(Visit.to("/desk/processes/{definition:[\\w:.-]{1,64}}", SUPERVISOR, running));
        visits.add(new Visit("/desk/processes/of/{process:[\\w-]{1,64}}", ADMINISTRATOR, running, person -> {
            Page page = person.page();
            page.locator("[name=process]").first().check();
            page.click("details summary");
            page.selectOption("[name=from]", "Task_Decide");
            page.selectOption("[name=to]", "Task_CheckLead");
            person.goesOnBy("button[value=MOVE]");
        }));
    }

    private String investigation() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("commerce-investigation")
                .listPage(0, 1)
                .get(0)
                .getProcessDefinitionId();
    }

    private String closedInvestigation() {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("commerce-investigation")
                .finished()
                .orderByProcessInstanceEndTime()
                .desc()
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    private void addManyTasks() {
        List<String> tasks = screening.waiting("commerce-330000", 3).stream()
                .map(screening::taskOf)
                .toList();
        String order = UUID.randomUUID().toString();
        HttpUser.signedIn(port, OFFICER)
                .post("/desk/tasks/many/claim", Map.of("order", order, "task", String.join(",", tasks) + ",gone"));
        bulk.finishAll();
        visits.add(Visit.to("/desk/tasks/many", OFFICER));
        visits.add(Visit.to("/desk/tasks/many", "commerce-zj-head"));
        visits.add(new Visit("one answer for many", OFFICER, "/desk/tasks/many", person -> {
            Page page = person.page();
            page.selectOption("[name=kind]", "complaint/Task_ConfirmScreening");
            person.goesOnBy("form.filter button");
            page.locator("[name=task]").first().check();
            person.goesOnBy("button[formaction$=answer]");
        }));
        visits.add(Visit.to("/desk/acts", OFFICER));
        visits.add(Visit.to("/desk/acts/{id:[0-9a-f-]{36}}", OFFICER, "/desk/acts/" + order));
        visits.add(Visit.to("/desk/deputies", "commerce-zj-head"));
        String reassign = "/desk/tasks/reassign";
        String officer = reassign + "/{officer:[a-zA-Z0-9][a-zA-Z0-9._-]{1,63}}";
        visits.add(Visit.to(reassign, SUPERVISOR));
        addRepairs();
        visits.add(Visit.to(officer, SUPERVISOR, reassign + "/" + OFFICER));
        visits.add(Visit.to(officer, "commerce-zj-head", reassign + "/" + OFFICER + "?to=commerce-zj-2"));
    }

    private void addRehearsals() {
        String page = "/desk/rehearsal/{rehearsalNo:TY-\\d{4}-\\d{4,}}";
        String done = rehearsing.missed();
        visits.add(Visit.to("/desk/rehearsal", SUPERVISOR));
        visits.add(Visit.to("/desk/rehearsal/new", SUPERVISOR));
        visits.add(Visit.to(page, SUPERVISOR, "/desk/rehearsal/" + done));
        visits.add(Visit.to(page, SUPERVISOR, "/desk/rehearsal/" + rehearsing.waiting()));
        visits.add(Visit.to(page + "/again", SUPERVISOR, "/desk/rehearsal/" + done + "/again"));
        visits.add(new Visit("a rehearsal refused", SUPERVISOR, "/desk/rehearsal/new", person -> {
            person.page().fill("[name=weeks]", "a few");
            person.goesOnBy("main form button");
        }));
    }

    private void addMeasures(String caseNo) {
        String form = "/desk/cases/" + caseNo + "/measures/new";
        visits.add(Visit.to("/desk/cases/{caseNo}/measures/new", OFFICER, form));
        visits.add(Visit.to("/desk/cases/{caseNo}/suspension", OFFICER, "/desk/cases/" + caseNo + "/suspension"));
        visits.add(Visit.to("/desk/measures/{measureNo}", OFFICER, "/desk/measures/" + investigator.askedFor(caseNo)));
        visits.add(new Visit("a list of goods refused", OFFICER, form, person -> {
            Page page = person.page();
            page.fill("[name=place]", "Warehouse 3");
            page.fill("[name=firstOfficer]", "Li Lei");
            page.fill("[name=secondOfficer]", "Han Mei");
            page.fill("[name=reason]", "Evidence may be lost");
            page.fill("[name=goods]", "Shoes, a lot of them");
            person.goesOnBy("main form button");
        }));
    }

    private void addCampaigns() {
        String campaignNo = campaigning.running();
        String page = "/desk/campaigns/{campaignNo}";
        HttpUser.signedIn(port, "office")
                .post(
                        "/desk/campaigns/" + campaignNo + "/drives",
                        Map.of("codes", pledger.firm().value(), "text", Pledger.PACT));
        visits.add(Visit.to(page, "office", "/desk/campaigns/" + campaignNo));
        visits.add(Visit.to("/desk/campaigns", "office"));
        visits.add(Visit.to(page, OFFICER, "/desk/campaigns/" + campaignNo));
        visits.add(Visit.to(page + "/summary", OFFICER, "/desk/campaigns/" + campaignNo + "/summary"));
        visits.add(Visit.to(page + "/work", "office", "/desk/campaigns/" + campaignNo + "/work"));
        visits.add(Visit.to(page + "/complaints", "office", "/desk/campaigns/" + campaignNo + "/complaints"));
        visits.add(Visit.to(page + "/clocks", OFFICER, "/desk/campaigns/" + campaignNo + "/clocks"));
        visits.add(Visit.to("/public/campaigns", null));
        visits.add(Visit.to("/desk/campaigns/past/{id}", OFFICER, "/desk/campaigns/past/history-2011"));
        visits.add(Visit.to("/public/campaigns/past/{id}", null, "/public/campaigns/past/history-2011"));
        visits.add(Visit.to("/public/campaigns/{campaignNo}", null, "/public/campaigns/" + campaignNo));
    }

    private void addPledges() {
        HttpUser.signedIn(port, "office")
                .upload(
                        "/desk/pledges/firms",
                        "file",
                        "firms.csv",
                        "creditCode,name,region,contact,mail\n91330100799655058B,Red Leaf,Zhejiang,Zhou,z@leaf.example\n"
                                .getBytes(StandardCharsets.UTF_8),
                        Map.of());
        visits.add(Visit.to("/desk/pledges/firms", "office"));
        visits.add(Visit.to("/desk/pledges/firms", OFFICER));
        String returns = "/desk/pledges/firms/{code:[0-9A-Z]{18}}/returns";
        String reported = "/desk/pledges/firms/91330100799655058B/returns";
        for (String part : List.of("aliexpress-4.csv", "aliexpress-7.csv")) {
            HttpUser.signedIn(port, "office").upload(reported, "file", part, sample(part), Map.of());
        }
        visits.add(Visit.to(returns, OFFICER, reported));
        String signed = pledger.signed();
        String inForce = pledger.inForce();
        String invited = pledger.invited();
        String drive = pledger.order(List.of(pledger.firm()), "");
        String pledge = "/desk/pledges/{pledgeNo:CNS-\\d{6}-\\d{4}-\\d{6}}";
        visits.add(Visit.to("/desk/pledges", OFFICER));
        visits.add(Visit.to("/desk/pledges/invite", "office"));
        visits.add(Visit.to("/desk/pledges/drives/{driveNo}", "office", "/desk/pledges/drives/" + drive));
        visits.add(Visit.to(pledge, OFFICER, "/desk/pledges/" + signed));
        visits.add(Visit.to(pledge, "office", "/desk/pledges/" + inForce));
        visits.add(Visit.to("/pledges", null));
        visits.add(Visit.to(pledge.replace("/desk", ""), null, "/pledges/" + inForce));
        visits.add(Visit.to("/pledges/verify", null));
        visits.add(Visit.to(
                "/pledges/verify",
                null,
                "/pledges/verify?code=" + pledger.sheet(inForce).pledge().code()));
        visits.add(Visit.to("/pledges/link", null));
        visits.add(Visit.to("/pledges/sign/{token}", null, "/pledges/sign/" + pledger.token(invited)));
        visits.add(Visit.to("/pledges/sign/{token}", null, "/pledges/sign/" + pledger.token(inForce)));
        visits.add(Visit.to("/pledges/sign/{token}", null, "/pledges/sign/unknown"));
        visits.add(Visit.to(
                "/pledges/sign/{token}/review",
                null,
                "/pledges/sign/" + pledger.token(pledger.answered()) + "/review"));
    }

    /** A corrected briefing, and a week that is being reported. */
    private void addBriefings() {
        reporting.on(Reporting.FIRST_DAY, "10:00");
        String campaignNo = reporting.campaign();
        reporting.take(campaignNo, investigator.closed());
        String corrected = reporting.corrected(campaignNo);
        String drafted = reporting.compiled(campaignNo, Reporting.FRIDAY.plusDays(1), Reporting.FRIDAY.plusDays(7));
        String asked = reporting.asked(campaignNo, Reporting.FRIDAY.plusDays(8), Reporting.FRIDAY.plusDays(14)) + "-"
                + Reporting.COMMERCE;
        ClockUtil.reset();
        String briefing = "/desk/briefings/{briefingNo:JB-\\d{4}-\\d{4,}}";
        visits.add(Visit.to("/desk/briefings", SUPERVISOR));
        visits.add(Visit.to(briefing, "office", "/desk/briefings/" + corrected));
        visits.add(Visit.to(briefing, "office", "/desk/briefings/" + drafted));
        visits.add(Visit.to(briefing + "/summary", SUPERVISOR, "/desk/briefings/" + drafted + "/summary"));
        visits.add(Visit.to(
                briefing + "/figures/{indicator:[a-z-]+}",
                SUPERVISOR,
                "/desk/briefings/" + corrected + "/figures/cases-filed"));
        visits.add(Visit.to(
                briefing + "/figures/{indicator:[a-z-]+}/since",
                SUPERVISOR,
                "/desk/briefings/" + drafted + "/figures/cases-filed/since"));
        visits.add(Visit.to(
                "/desk/returns/{returnNo:JB-\\d{4}-\\d{4,}-[a-z]+-\\d{6}}", OFFICER, "/desk/returns/" + asked));
        visits.add(Visit.to(
                "/desk/returns/{returnNo:JB-\\d{4}-\\d{4,}-[a-z]+-\\d{6}}/summary",
                OFFICER, "/desk/returns/" + asked + "/summary"));
        visits.add(Visit.to(
                "/desk/campaigns/{campaignNo}/indicators", "office", "/desk/campaigns/" + campaignNo + "/indicators"));
        String campaign = "/desk/campaigns/{campaignNo}";
        String ofCampaign = "/desk/campaigns/" + campaignNo;
        visits.add(Visit.to(campaign, "office", ofCampaign));
        visits.add(Visit.to(campaign + "/cases", "office", ofCampaign + "/cases?kind=CLOSED"));
        visits.add(Visit.to(campaign + "/figures", SUPERVISOR, ofCampaign + "/figures"));
        visits.add(Visit.to(
                campaign + "/figures/{indicator:[a-z-]+}", SUPERVISOR, ofCampaign + "/figures/fines-and-confiscation"));
        visits.add(Visit.to("/briefings", null));
        visits.add(Visit.to(briefing.replace("/desk", ""), null, "/briefings/" + corrected));
    }

    private void addSupervision(String caseNo) {
        String supervised = "/desk/cases/" + supervising.put();
        visits.add(Visit.to("/desk/supervised", SUPERVISOR));
        visits.add(Visit.to("/desk/cases/{caseNo}", SUPERVISOR, supervised));
        visits.add(Visit.to("/desk/cases/{caseNo}/supervision", SUPERVISOR, supervised + "/supervision"));
        visits.add(new Visit("a time limit refused", SUPERVISOR, "/desk/cases/" + caseNo + "/supervision", person -> {
            person.page().fill("[name=reason]", " ");
            person.page().selectOption("[name=ownerId]", "commerce-zj");
            person.goesOnBy("main form button");
        }));
    }

    private void addCooperation() {
        String asked = "/desk/cases/" + cooperating.asked();
        visits.add(Visit.to("/desk/cases/{caseNo}", "customs-zj", asked));
        visits.add(Visit.to("/desk/cases/{caseNo}/cooperation", "commerce-zj-head", asked + "/cooperation"));
    }

    private void addNotices() {
        String caseNo = notifier.assigned();
        String sent = notifier.sent(caseNo);
        notifier.sent(caseNo);
        String countered = notifier.accepted();
        String form = "/desk/cases/" + caseNo + "/notices/new";
        visits.add(Visit.to("/desk/cases/{caseNo}", OFFICER, "/desk/cases/" + caseNo));
        visits.add(Visit.to("/desk/cases/{caseNo}/notices/new", OFFICER, form));
        visits.add(new Visit("a notice refused", OFFICER, form, person -> {
            Page page = person.page();
            page.fill("[name=platform]", "Shop Street");
            page.fill("[name=holder]", "Red Leaf Leather Ltd");
            page.fill("[name=evidence]", "Registration and a test purchase");
            page.fill("[name=listings]", "no address");
            person.goesOnBy("main form button");
        }));
        visits.add(Visit.to("/desk/notices/{noticeNo}", OFFICER, "/desk/notices/" + sent));
        visits.add(Visit.to("/desk/notices/{noticeNo}", OFFICER, "/desk/notices/" + countered));
        visits.add(Visit.to("/desk/notices/{noticeNo}/summary", OFFICER, "/desk/notices/" + countered + "/summary"));
        addLinks(sent, notifier.forwarded(), countered);
        addPlatforms();
    }

    private void addLinks(String sent, String forwarded, String countered) {
        visits.add(new Visit(
                "a link made",
                OFFICER,
                "/desk/notices/" + notifier.sent(),
                person -> person.goesOnBy("form[action$='/links'] button")));
        visits.add(new Visit("an answer refused", null, answer(forwarded), person -> {
            Page page = person.page();
            page.fill("[name=statement]", "We buy from the dealer");
            page.fill("[name=evidence]", "Invoices 7 and 8, to be seen");
            page.fill("[name=declarant]", "Good Shoes Ltd");
            page.locator("[name=covered]").all().forEach(Locator::uncheck);
            person.goesOnBy("main form[action*='/declaration'] button:not(.first)");
        }));
        visits.add(Visit.to("/answer/{token}", null, answer(sent)));
        visits.add(Visit.to("/answer/{token}", null, answer(countered)));
        visits.add(Visit.to("/answer/{token}", null, answer(notifier.declared())));
        visits.add(Visit.to("/answer/{token}", null, answer(notifier.delivered())));
        visits.add(Visit.to("/answer/{token}", null, "/answer/none"));
    }

    private void addPlatforms() {
        String ended = "/desk/notices/" + notifier.uncontested();
        visits.add(Visit.to(
                "/desk/notices/{noticeNo}", OFFICER, "/desk/notices/" + notifier.ordered(notifier.assigned())));
        visits.add(new Visit("a notice found malicious", "commerce-zj-head", ended, person -> {
            person.page().fill("form[action$='/flags'] [name=reason]", "The right had lapsed");
            person.goesOnBy("form[action$='/flags'] button");
        }));
        visits.add(Visit.to("/desk/platforms", OFFICER));
        visits.add(Visit.to("/desk/platforms/{key}", OFFICER, "/desk/platforms/shopstreet"));
        visits.add(new Visit("a step against a platform", "commerce-zj-head", "/desk/platforms/shopstreet", person -> {
            person.page().fill("[name=reason]", "Refuses without reasons");
            person.goesOnBy("main form button");
        }));
    }

    private String answer(String noticeNo) {
        return "/answer/" + SignIn.as(identity, Notifier.OFFICER, () -> links.make(noticeNo));
    }

    private void addDetentions() {
        String notified = customs.notified(customs.examination());
        String address = "/desk/cases/" + notified;
        visits.add(Visit.to("/desk/cases/{caseNo}", CUSTOMS, address));
        String closed = "/desk/cases/" + customs.closed();
        visits.add(Visit.to("/desk/cases/{caseNo}", CUSTOMS, closed));
        for (String letter : List.of("suspicion", "detention", "confiscation")) {
            visits.add(Visit.to(
                    "/desk/cases/{caseNo}/customs/letters/{letter}", CUSTOMS, closed + "/customs/letters/" + letter));
        }
        visits.add(Visit.to("/desk/customs/recordations", CUSTOMS));
        visits.add(Visit.to("/desk/customs/securities", CUSTOMS));
        visits.add(Visit.to("/desk/customs/recordations", CUSTOMS, "/desk/customs/recordations?q=no+such+right"));
    }

    private void addComplaints() {
        SampleComplaint known = new SampleComplaint();
        screened(known);
        String receiptNo = screened(known.listings("https://item.jd.com/100" + own.hashCode() + ".html"));
        String complaint = "/desk/complaints/" + receiptNo;
        visits.add(Visit.to("/desk/complaints", OFFICER));
        visits.add(Visit.to("/desk/complaints", OFFICER, "/desk/complaints?q=no+such+seller"));
        visits.add(Visit.to("/desk/complaints/{receiptNo}", OFFICER, complaint));
        visits.add(Visit.to("/desk/complaints/{receiptNo}/summary", OFFICER, complaint + "/summary"));
        addDisputes();
        visits.add(new Visit(
                "a new secret", OFFICER, complaint, person -> person.goesOnBy("form[action$='/secret'] button")));
    }

    private void addDisputes() {
        String mediation = "/desk/complaints/{receiptNo}/mediation";
        String invited = "/desk/complaints/" + mediator.accepted();
        String closed = "/desk/complaints/" + mediator.closed();
        visits.add(Visit.to("/desk/complaints/{receiptNo}", OFFICER, invited));
        visits.add(Visit.to(mediation, OFFICER, invited + "/mediation"));
        visits.add(Visit.to(mediation, OFFICER, closed + "/mediation"));
        visits.add(Visit.to(mediation + "/summary", OFFICER, invited + "/mediation/summary"));
        visits.add(Visit.to(mediation + "/letters/{side}", OFFICER, invited + "/mediation/letters/complainant"));
        visits.add(Visit.to(mediation + "/letters/{side}", OFFICER, closed + "/mediation/letters/seller"));
    }

    private String screened(SampleComplaint complaint) {
        return SignIn.as(identity, SignIn.officer("commerce-330000"), () -> {
            String receiptNo = complaints
                    .register(complaint.build(), Jurisdiction.parse("commerce-330000"))
                    .receiptNo();
            screenings.screen(receiptNo);
            return receiptNo;
        });
    }

    private void addEvidence(String kind, String number) {
        String address = "/desk/evidence/" + kind + "/" + number;
        visits.add(Visit.to("/desk/evidence/{type:case|complaint}/{number}", OFFICER, address));
        String send = "form[action*='/desk/evidence/'] button";
        visits.add(new Visit("evidence refused", OFFICER, address, person -> {
            person.page().setInputFiles("input[type=file]", file("program.jpg", "MZ no photograph"));
            person.goesOnBy(send);
        }));
        visits.add(new Visit("/desk/evidence/{id:\\d{1,18}}", OFFICER, address, person -> {
            person.page().setInputFiles("input[type=file]", photograph());
            person.goesOnBy(send);
            person.goesOnBy("main tbody tr:last-child a");
        }));
    }

    private void addImports() {
        String address = "/desk/complaints/import";
        visits.add(Visit.to(address, OFFICER));
        HttpUser officer = HttpUser.signedIn(port, OFFICER);
        String finished = upload(officer, address);
        imports.finishAll();
        String waiting = upload(officer, address);
        visits.add(Visit.to(address + "/{batchNo}", OFFICER, finished));
        visits.add(Visit.to(address + "/{batchNo}", OFFICER, waiting));
        visits.add(new Visit("an empty list", OFFICER, address, person -> {
            person.page().setInputFiles("input[type=file]", file("list.csv", ""));
            person.goesOnBy("form[enctype] button");
        }));
    }

    /** A list of one good row, one that repeats it, and two bad ones. */
    private String upload(HttpUser officer, String address) {
        String good = "2026-10-01,AGENT,https://" + UUID.randomUUID() + ".example/p,99.5\n";
        String list = "receivedOn,complainantType,listingUrl,unitPrice,colour\n"
                + good
                + good
                + good.replace("2026-10-01", "2026-02-30")
                + good.replace("99.5", "cheap");
        String location = officer.upload(address, "file", "list.csv", list.getBytes(StandardCharsets.UTF_8), Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.indexOf("/desk"));
    }

    private void addRegister() {
        visits.add(new Visit("a register imported", OFFICER, "/desk/rights", person -> {
            person.page()
                    .setInputFiles("input[type=file]", file("register.csv", """
                            office,registrationNo,mark,holder,classes,status,registered,expires
                            CN,88%1$d,RED LEAF,Red Leaf Leather Ltd,18,registered,2020-01-01,2030-01-01
                            CN,99%1$d,,,,,31.2.2020,
                            """.formatted(Math.abs(own.hashCode()))));
            person.goesOnBy("form[enctype] button");
        }));
        visits.add(Visit.to("/desk/rights", OFFICER));
        visits.add(Visit.to("/desk/rights", SUPERVISOR, "/desk/rights?q=no+such+mark"));
        visits.add(
                Visit.to("/desk/rights/{office}/{number}", OFFICER, "/desk/rights/CN/88" + Math.abs(own.hashCode())));
    }

    private void addLaw() {
        visits.add(Visit.to("/desk/law", OFFICER));
        visits.add(Visit.to("/desk/law", ADMINISTRATOR, "/desk/law?q=no+such+rule"));
        for (String rule : List.of(
                "platform.counter-declaration",
                "trademark.infringement",
                "crime.illegal-marks",
                "customs.security-general")) {
            visits.add(Visit.to("/desk/law/{id:[a-z0-9.-]{3,80}}", OFFICER, "/desk/law/" + rule));
        }
        visits.add(Visit.to("/desk/admin/law", ADMINISTRATOR));
        HttpUser administrator = HttpUser.signedIn(port, ADMINISTRATOR);
        String rule = administrator.get("/desk/law/commerce.legal-review/file").body();
        visits.add(new Visit("/desk/admin/law/{draft}", ADMINISTRATOR, "/desk/admin/law", person -> {
            person.page().setInputFiles("input[type=file]", utf8("rule.yaml", rule.replace("limit: 10", "limit: 12")));
            person.page().fill("[name=reason]", "Compared with the official text");
            person.goesOnBy("main form button");
        }));
        visits.add(new Visit("a law refused", ADMINISTRATOR, "/desk/admin/law", person -> {
            person.page().setInputFiles("input[type=file]", utf8("rule.yaml", rule.replace("WORKING_DAY", "WORKDAY")));
            person.page().fill("[name=reason]", "Compared with the official text");
            person.goesOnBy("main form button");
        }));
    }

    private void addClocks(String caseNo) {
        StatutoryClock clock = clocks.open(caseNo, "commerce.decision").orElseThrow();
        String address = "/desk/clocks/" + clock.id();
        visits.add(new Visit("/desk/clocks/{id:\\d{1,18}}", OFFICER, address, person -> {
            if (person.page().locator("form[action$='/suspend']").count() > 0) {
                person.page().fill("[name=reason]", "sample sent to the laboratory");
                person.goesOnBy("form[action$='/suspend'] button");
            }
        }));
        visits.add(Visit.to("/desk/clocks/{id:\\d{1,18}}", "commerce-zj-head", address));
    }

    private static FilePayload utf8(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    private void addPublic() {
        String noticeNo = notifier.restored();
        SignIn.as(identity, Notifier.OFFICER, () -> {
            publications.release(noticeNo, "Registration 880 and a test purchase", "We buy from the dealer");
            return null;
        });
        visits.add(Visit.to("/", null));
        visits.add(Visit.to("/public/accessibility", null));
        visits.add(Visit.to("/public/verify", null));
        visits.add(new Visit("a document not ours", null, "/public/verify", person -> {
            person.page().setInputFiles("[name=file]", file("letter.csv", own));
            person.goesOnBy("main form button");
        }));
        visits.add(Visit.to("/public/notices", null));
        visits.add(Visit.to("/public/notices", null, "/public/notices?platform=nobody"));
        visits.add(Visit.to("/public/notices/{noticeNo}", null, "/public/notices/" + noticeNo));
        visits.add(Visit.to("not published", null, "/public/notices/TZ-0"));
        addFiling();
        visits.add(Visit.to("/public/complaints", null));
        String receiptNo = mediator.closed();
        String secret = complaints.renewSecret(receiptNo).secret().orElseThrow();
        visits.add(new Visit("a complaint followed", null, "/public/complaints", person -> {
            person.page().fill("[name=receiptNo]", receiptNo);
            person.page().fill("[name=secret]", secret);
            person.goesOnBy("main form button");
        }));
        visits.add(Visit.to("/public/complaints/mine", null));
        addOwnComplaints();
    }

    private void addOwnComplaints() {
        Receipt undecided = filed();
        Receipt withdrawn = filed();
        visits.add(new Visit("an addition refused", null, "/public/complaints", person -> {
            shows(person, undecided);
            person.page().setInputFiles("[name=file]", file("program.jpg", "MZ"));
            person.goesOnBy("main form[action*='/additions'] button:not(.first)");
        }));
        visits.add(new Visit("a complaint withdrawn", null, "/public/complaints", person -> {
            shows(person, withdrawn);
            if (person.page().locator("[name=reason]").count() > 0) {
                person.page().fill("[name=reason]", "7");
                person.goesOnBy("main form[action*='/withdrawal'] button");
            }
        }));
    }

    private Receipt filed() {
        return complaints.file(new SampleComplaint().build(), Jurisdiction.parse("commerce-330000"), null);
    }

    private static void shows(Person person, Receipt receipt) {
        person.page().fill("[name=receiptNo]", receipt.receiptNo());
        person.page().fill("[name=secret]", receipt.secret().orElseThrow());
        person.goesOnBy("main form button");
    }

    private void addFiling() {
        String blank = "/public/complaints/new";
        visits.add(Visit.to(blank, null));
        visits.add(new Visit("/public/complaints/drafts/{token}", null, blank, person -> {
            Page page = person.page();
            page.fill("[name=unitPrice]", "ten");
            page.fill("[name=demand]", own);
            page.setInputFiles("[name=file]", new FilePayload[] {photograph(), file("program.jpg", "MZ")});
            person.goesOnBy("main button[value=file]");
        }));
        visits.add(new Visit("a draft saved", null, blank, person -> person.goesOnBy("main button[value=save]")));
        visits.add(new Visit("a complaint filed", null, blank, person -> {
            Page page = person.page();
            page.selectOption("[name=complainantType]", "ANONYMOUS");
            page.check("[name=claim][value=OTHER]");
            page.fill("[name=right]", "RED LEAF");
            page.fill("[name=goods]", "Shoes");
            page.fill("[name=sellerName]", own);
            page.setInputFiles("[name=file]", photograph());
            person.goesOnBy("main button[value=file]");
            person.waitsFor("main .receipt");
        }));
        visits.add(Visit.to("a draft gone", null, "/public/complaints/drafts/none"));
    }

    private void addOffice() {
        visits.add(Visit.to("/login", null));
        visits.add(Visit.to("/login", null, "/login?out"));
        visits.add(Visit.to("/desk", ADMINISTRATOR));
        visits.add(Visit.to("/desk/account", OFFICER));
        visits.add(Visit.to("/desk/audit", SUPERVISOR));
        visits.add(Visit.to("/desk/audit/verify", SUPERVISOR));
        visits.add(new Visit("a chain checked", SUPERVISOR, "/desk/audit/verify", person -> {
            person.goesOnBy("main form button");
            person.waitsFor("main code");
        }));
        long mail = aMail();
        visits.add(Visit.to("/desk/outbox", SUPERVISOR));
        visits.add(Visit.to("/desk/outbox/{id:\\d{1,18}}", SUPERVISOR, "/desk/outbox/" + mail));
        visits.add(Visit.to("/desk/admin/officers", ADMINISTRATOR));
        visits.add(Visit.to("/desk/admin/officers/new", ADMINISTRATOR));
        visits.add(Visit.to("/desk/admin/officers/{id}", ADMINISTRATOR, "/desk/admin/officers/commerce-zj-head"));
        visits.add(new Visit("a key made", ADMINISTRATOR, "/desk/admin/api-keys", person -> {
            Page page = person.page();
            page.fill("[name=name]", own + "-" + page.evaluate("() => document.documentElement.lang.toLowerCase()"));
            page.selectOption("[name=jurisdiction]", "commerce-330000");
            page.check("[name=scopes][value=COMPLAINTS_FILE]");
            person.goesOnBy("main form[action$='/api-keys'] button");
        }));
        visits.add(Visit.to("/desk/admin/api-keys", ADMINISTRATOR));
    }

    private static byte[] sample(String part) {
        try (InputStream file = EveryPageTest.class.getResourceAsStream("/returns/" + part)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long aMail() {
        mails.send(MailOrder.of("page " + own, "name@example.org", "mail.test", "Zhang San", LocalDate.EPOCH));
        return mails.find("page " + own).orElseThrow().id();
    }

    private void addMistakes() {
        visits.add(Visit.to("not there", OFFICER, "/desk/nothing-here"));
        visits.add(Visit.to("not allowed", OFFICER, "/desk/admin/officers"));
        visits.add(Visit.to("not to be understood", OFFICER, "/desk/audit?until=tomorrow"));
        visits.add(new Visit("a wrong password", OFFICER, "/desk/account", person -> {
            Page page = person.page();
            page.fill("#present", "not it");
            page.fill("#password", "Something-2026!");
            page.fill("#again", "Something-2026!");
            person.goesOnBy("main form button");
        }));
        visits.add(new Visit("an officer without a role", ADMINISTRATOR, "/desk/admin/officers/new", person -> {
            Page page = person.page();
            page.fill("[name=id]", own);
            page.fill("[name=name]", "Nobody");
            page.fill("[name=password]", "Something-2026!");
            person.goesOnBy("main form button");
        }));
    }

    private FilePayload photograph() {
        return file("stall.jpg", "\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0 " + UUID.randomUUID());
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
