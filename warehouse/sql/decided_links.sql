select
    c.kind,
    l.subject_kind,
    l.subject_id,
    f.subject_id as other_id,
    c.made_by,
    c.correction_id,
    l.document_id
from core.corrections c
join core.placements l on l.correction_id = c.correction_id and l.side = 'subject'
join core.placements f on f.correction_id = c.correction_id and f.side = 'other'
join core.current_documents dl on dl.document_id = l.document_id
join core.current_documents df on df.document_id = f.document_id
join core.reviews r on r.document_id = l.document_id
where c.kind in ('link', 'unlink')
    and l.subject_kind <> 'review'
    and not c.is_undone
    and l.subject_id is not null
    and f.subject_id is not null
    and r.plan_key = $plan_key
order by c.line;
