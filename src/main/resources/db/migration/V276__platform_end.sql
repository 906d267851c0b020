-- When the pledge of a platform ends, its merchants' pledges end with it or stand alone, as their text says.
alter table pledge
    add column parent_ended_at timestamptz,
    drop constraint pledge_ending_check,
    add constraint pledge_ending_check
        check (ending in ('DECLINED', 'LAPSED', 'WITHDRAWN', 'GIVEN_UP', 'EXPIRED', 'WITH_PLATFORM'));
