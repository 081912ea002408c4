select
    c.kind,
    regexp_replace(l.subject_id, '/[^/]*$', '') as latter,
    regexp_replace(f.subject_id, '/[^/]*$', '') as former
from core.corrections c
join core.placements l on l.correction_id = c.correction_id and l.side = 'subject'
join core.placements f on f.correction_id = c.correction_id and f.side = 'other'
where c.kind in ('link', 'unlink')
    and l.subject_kind = 'review'
    and not c.is_undone
order by c.line;
