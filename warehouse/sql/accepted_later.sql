select
    f.finding_id,
    max_by(c.correction_id, c.line) as settled_by
from core.findings f
join core.placements p on p.document_id = f.document_id
    and p.subject_id = f.subject_id
join core.corrections c using (correction_id)
where c.kind = 'accept'
    and c.now = f.code
    and c.field = coalesce(f.field, '')
    and p.state = 'applied'
    and f.origin <> 'extract'
group by f.finding_id
order by f.finding_id;
