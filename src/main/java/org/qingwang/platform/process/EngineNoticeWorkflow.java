package org.qingwang.platform.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.engine.OwnDoing;
import org.qingwang.platform.NoticeWorkflow;
import org.qingwang.platform.PlatformNotice;
import org.springframework.stereotype.Component;

/** Runs notices as instances of the process {@code platform-notice}, beside the case's own. */
@Component
class EngineNoticeWorkflow implements NoticeWorkflow {

    private final RuntimeService runtime;
    private final OwnDoing ownDoing;

    EngineNoticeWorkflow(RuntimeService runtime, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.ownDoing = ownDoing;
    }

    @Override
    public void begin(PlatformNotice notice) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(
                PlatformNoticeProcess.KEY,
                notice.caseNo(),
                Map.of(
                        PlatformNoticeProcess.NOTICE_NO,
                        notice.noticeNo(),
                        PlatformNoticeProcess.CASE_NO,
                        notice.caseNo(),
                        PlatformNoticeProcess.JURISDICTION,
                        notice.jurisdiction().id())));
    }
}
