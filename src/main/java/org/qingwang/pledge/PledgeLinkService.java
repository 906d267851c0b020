package org.qingwang.pledge;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.qingwang.agency.Actors;
import org.qingwang.common.LinkSecret;
import org.qingwang.common.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a firm does by its personal link: the acts are its own, in its name. */
@Service
@Transactional
public class PledgeLinkService {

    private final PledgeLinks links;
    private final PledgeService pledges;
    private final PeriodService periods;
    private final Clock time;

    PledgeLinkService(PledgeLinks links, PledgeService pledges, PeriodService periods, Clock time) {
        this.links = links;
        this.pledges = pledges;
        this.periods = periods;
        this.time = time;
    }

    /** A link and the pledge it opens. */
    public record Opened(PledgeLink link, PledgeService.Sheet sheet) {}

    /**
     * @return what a link leads to
     * @throws NotAllowed if there is no such link
     * @throws PledgeLinkClosed if it opens nothing any more
     */
    @Transactional(readOnly = true)
    public Opened opened(String token) {
        PledgeLink link = find(token).orElseThrow(() -> new NotAllowed("a link that does not exist"));
        requireOpen(link);
        return new Opened(link, pledges.held(link.pledgeNo()));
    }

    public void answer(String token, List<Answer> answers) {
        act(token, pledge -> pledges.answer(pledge, answers));
    }

    /** @param address network address the request came from */
    public void sign(String token, SignatureGiven given, Locale language, String address) {
        act(token, pledge -> pledges.sign(pledge, given, language, address));
    }

    public void decline(String token, String reason) {
        act(token, pledge -> pledges.decline(pledge, reason));
    }

    public void giveUp(String token, String reason) {
        act(token, pledge -> pledges.giveUp(pledge, reason));
    }

    public void name(String token, String name, String role) {
        act(token, pledge -> pledges.name(pledge, name, role));
    }

    /**
     * Takes the firm's return.
     *
     * @param figures from the form of its page, or from a file it uploaded
     */
    public void sendReturn(String token, List<Figure> figures, String remark) {
        sendReturn(token, figures, remark, pledge -> {});
    }

    /**
     * Takes the firm's return together with what else it brings.
     *
     * @param beside done first, in the firm's name, in the same transaction
     */
    public void sendReturn(String token, List<Figure> figures, String remark, Consumer<Pledge> beside) {
        act(token, pledge -> {
            beside.accept(pledge);
            periods.record(pledge, figures, remark);
        });
    }

    public void correct(String token, String words) {
        act(token, pledge -> periods.correct(pledge, words));
    }

    /** Does something in the firm's name; the pledge's row is held, so that of two acts at once one counts. */
    void act(String token, Consumer<Pledge> act) {
        PledgeLink link = find(token).orElseThrow(() -> new NotAllowed("a link that does not exist"));
        Pledge pledge = pledges.locked(link.pledgeNo());
        requireOpen(find(token).orElseThrow());
        Actors.as(link.holder(pledges.sheet(pledge).firm()), () -> act.accept(pledge));
    }

    private void requireOpen(PledgeLink link) {
        PledgeLink.State state = link.state(time.instant());
        if (state != PledgeLink.State.OPEN) {
            throw new PledgeLinkClosed(state);
        }
    }

    private Optional<PledgeLink> find(String token) {
        return LinkSecret.digest(token).flatMap(links::find);
    }
}
