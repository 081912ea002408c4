select *
from corrections
where len($ids) = 0
    or list_contains($ids::varchar[], correction_id)
order by line
