package org.qingwang.monitor.web;

import java.util.Locale;
import org.qingwang.engine.picture.StepNames;
import org.qingwang.monitor.IncidentKind;
import org.qingwang.portal.ReaderForm;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Says what stands still as a sentence. */
@Component
class IncidentWords {

    private final MessageSource messages;
    private final StepNames steps;
    private final ReaderForm reader;

    IncidentWords(MessageSource messages, StepNames steps, ReaderForm reader) {
        this.messages = messages;
        this.steps = steps;
        this.reader = reader;
    }

    /** Gives the words for one reader. */
    In in(Locale language) {
        return new In(language);
    }

    /** The words in one language. */
    final class In {

        private final Locale language;

        private In(Locale language) {
            this.language = language;
        }

        /** For example {@code The mail server refused 14 invitations to a pledge.} */
        public String sentence(IncidentKind kind) {
            return kind.isMail()
                    ? say("monitor.incident.mail", mails(kind))
                    : say("monitor.incident.step", kind.count(), reader.own(kind.processName()), step(kind));
        }

        /** The page of a kind. */
        public String address(IncidentKind kind) {
            UriComponentsBuilder address =
                    UriComponentsBuilder.fromPath(IncidentPages.ADDRESS).pathSegment(kind.process(), kind.step());
            if (kind.mail() != null) {
                address.queryParam("mail", kind.mail());
            }
            return address.build().toUriString();
        }

        private String step(IncidentKind kind) {
            return steps.of(kind.definition(), kind.step(), language);
        }

        private String mails(IncidentKind kind) {
            String unknown = say("monitor.mails", kind.count());
            return messages.getMessage("monitor.mails." + kind.mail(), new Object[] {kind.count()}, unknown, language);
        }

        private String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments, language);
        }
    }
}
