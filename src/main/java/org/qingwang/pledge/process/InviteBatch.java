package org.qingwang.pledge.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.pledge.DriveService;

/** Asks the next firms of a drive. */
@ModelBean("inviteBatch")
class InviteBatch implements JavaDelegate {

    private final DriveService drives;

    InviteBatch(DriveService drives) {
        this.drives = drives;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(PledgeDriveProcess.MORE, drives.inviteNext((String)
                execution.getVariable(PledgeDriveProcess.DRIVE_NO)));
    }
}
