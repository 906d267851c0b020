package org.qingwang.pledge.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.qingwang.mail.Mail;
import org.qingwang.mail.Mails;
import org.qingwang.pledge.Answer;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.DriveService;
import org.qingwang.pledge.FirmService;
import org.qingwang.pledge.Pledge;
import org.qingwang.pledge.PledgeLinkService;
import org.qingwang.pledge.PledgeService;
import org.qingwang.pledge.SampleFirms;
import org.qingwang.pledge.SignatureGiven;
import org.qingwang.support.FormWork;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Takes firms and their pledges to where a test needs them, as the people concerned would. */
@Component
public class Pledger extends FormWork {

    public static final String AGENCY = "commerce-330000";
    public static final String PACT = "pact-2018/1";

    @Autowired
    private FirmService firms;

    @Autowired
    private DriveService drives;

    @Autowired
    private PledgeService pledges;

    @Autowired
    private PledgeLinkService links;

    @Autowired
    private Mails mails;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    /** A firm in the register, of Zhejiang. */
    public CreditCode firm() {
        return firms(1, "").get(0);
    }

    /** A merchant of a platform in the register. */
    public CreditCode merchantOf(CreditCode platform) {
        return firms(1, platform.value()).get(0);
    }

    List<CreditCode> firms(int count, String platform) {
        StringBuilder list = new StringBuilder("creditCode,name,region,contact,mail,language,platform\n");
        for (int i = 0; i < count; i++) {
            String code = SampleFirms.code();
            list.append(code).append(",Leaf ").append(code).append(",浙江,Zhou Min,zhou@leaf.example,en,");
            list.append(platform).append('\n');
        }
        return asOffice(() -> {
            try {
                return firms.importList(list.toString().getBytes(UTF_8)).codes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A firm that was asked, and has the mail. */
    public String invited() {
        return invited(firm());
    }

    public String invited(CreditCode firm) {
        return invited(firm, "");
    }

    public String invited(CreditCode firm, String parent) {
        return invited(firm, PACT, parent);
    }

    String invited(CreditCode firm, String text, String parent) {
        String drive = order(List.of(firm), text, parent);
        runJobs(drive);
        String pledgeNo = newest(firm).pledgeNo();
        runJobs(pledgeNo);
        return pledgeNo;
    }

    public String order(Collection<CreditCode> asked, String parent) {
        return order(asked, PACT, parent);
    }

    private String order(Collection<CreditCode> asked, String text, String parent) {
        return asOffice(() -> drives.order(asked, text, parent));
    }

    public String newestOf(CreditCode firm) {
        return newest(firm).pledgeNo();
    }

    Pledge newest(CreditCode firm) {
        return pledges.of(asOffice(() -> firms.find(firm)).orElseThrow()).get(0);
    }

    /** A pledge the firm has signed; its sixth commitment is declined. */
    public String signed() {
        return signed(invited());
    }

    /** A pledge whose commitments the firm has answered; it has not signed yet. */
    public String answered() {
        String pledgeNo = invited();
        links.answer(token(pledgeNo), answers());
        return pledgeNo;
    }

    public String signed(String pledgeNo) {
        String token = token(pledgeNo);
        links.answer(token, answers());
        links.sign(token, signature(pledgeNo), Locale.ENGLISH, "192.0.2.7");
        return pledgeNo;
    }

    SignatureGiven signature(String pledgeNo) {
        String shown = pledges.toSign(sheet(pledgeNo), Locale.ENGLISH).orElseThrow();
        return SignatureGiven.of(PledgeService.digestOf(shown), "Zhou Min", "Legal representative", true);
    }

    public static List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (int number = 1; number <= 7; number++) {
            answers.add(new Answer(number, number != 6, number == 6 ? "We need five days" : null));
        }
        return answers;
    }

    /** A pledge in force in a text of choice, with every commitment accepted. */
    public String inForceIn(String text) {
        CreditCode firm = firm();
        runJobs(asOffice(() -> drives.order(List.of(firm), text, "")));
        String pledgeNo = newest(firm).pledgeNo();
        runJobs(pledgeNo);
        String token = token(pledgeNo);
        links.answer(
                token,
                sheet(pledgeNo).text().commitments().stream()
                        .map(one -> new Answer(one.number(), true, null))
                        .toList());
        links.sign(token, signature(pledgeNo), Locale.ENGLISH, "192.0.2.7");
        return inForce(pledgeNo);
    }

    /** A pledge in force. */
    public String inForce() {
        return inForce(signed());
    }

    public String inForce(String pledgeNo) {
        submit(pledgeNo, "Task_Countersign", SignIn.office(), Map.of("decision", "ACCEPT"));
        return pledgeNo;
    }

    public PledgeService.Sheet sheet(String pledgeNo) {
        return asOffice(() -> pledges.find(pledgeNo)).orElseThrow();
    }

    Pledge pledge(String pledgeNo) {
        return sheet(pledgeNo).pledge();
    }

    /** The personal link in the newest mail. */
    public String token(String pledgeNo) {
        List<Mail> sent = mails(pledgeNo);
        return sent.get(sent.size() - 1).secret();
    }

    List<Mail> mails(String pledgeNo) {
        return mails.about("pledge " + pledgeNo);
    }

    List<String> mailKinds(String pledgeNo) {
        return mails(pledgeNo).stream()
                .map(mail -> mail.template().replace("pledge.mail.", ""))
                .toList();
    }

    /** Runs what is due of the processes with this business key, one after the other as it became due, until nothing is. */
    public void runJobs(String number) {
        Optional<Job> next = due(number);
        while (next.isPresent()) {
            management.executeJob(next.get().getId());
            next = due(number);
        }
    }

    private Optional<Job> due(String number) {
        return instances(number).stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance).executable().list().stream())
                .min(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    List<String> instances(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .map(instance -> instance.getId())
                .toList();
    }

    <T> T asOffice(Supplier<T> work) {
        return SignIn.as(identity, SignIn.office(), work);
    }
}
