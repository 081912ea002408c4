select review_id
from core.documents
where outcome <> 'refused'
    and list_contains($review_ids::varchar[], review_id)
group by review_id
having count(*) > 1
    or count(superseded_by) > 0;
