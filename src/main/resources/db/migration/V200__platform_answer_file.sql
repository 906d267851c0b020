-- Files that came with an answer by personal link. They are evidence of the notice's case; this says with which answer.
create table platform_answer_file (
    notice_no   text        not null references platform_notice,
    step        text        not null,
    evidence_id bigint      not null,
    name        text        not null,
    primary key (notice_no, step, evidence_id)
);
