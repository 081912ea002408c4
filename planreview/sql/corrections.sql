select corrections.*, c.other_refs, c.other_number, c.other_text
from corrections
join core.corrections c using (correction_id)
where len($ids) = 0
    or list_contains($ids::varchar[], correction_id)
order by corrections.line
