-- The same file sent again by the same sender is the same batch. All officers of a jurisdiction are one sender, desk;
-- another system is one of its own, because what came of its file is nobody else's business.
alter table import_batch
    add column sender text not null default 'desk',
    drop constraint import_batch_jurisdiction_file_digest_key,
    add unique (jurisdiction, sender, file_digest);
alter table import_batch alter column sender drop default;
