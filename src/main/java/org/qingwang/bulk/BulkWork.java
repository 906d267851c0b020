package org.qingwang.bulk;

/** Does to one thing what an act of one kind does to many. A Spring bean; found by its kinds. */
public interface BulkWork {

    /** Whether this does acts of the kind. */
    boolean does(String kind);

    /**
     * Does it, in the transaction and as the person who ordered it, with the rights of this moment. What has been done
     * already, by whomever, counts as done.
     *
     * @throws org.qingwang.common.BadInput with the sentence that says why it cannot be done
     * @throws org.qingwang.common.NotAllowed if the person may not
     */
    void doTo(BulkAct act, BulkItem item);
}
