select review_id
from core.documents
where outcome <> 'refused'
    and review_id in (select unnest($review_ids::varchar[]))
group by review_id
having count(*) > 1
    or count(superseded_by) > 0;
