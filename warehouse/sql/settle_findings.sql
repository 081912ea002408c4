insert into core.settled_findings by name
select
    f.*,
    s.settled_by
from core.findings f
join (
    select
        unnest($finding_id::varchar[]) as finding_id,
        unnest($settled_by::varchar[]) as settled_by
) as s using (finding_id);
delete from core.findings
where finding_id in (select unnest($finding_id::varchar[]));
