-- the words that the later review most often has for a status, else those of the earlier one
select
    status,
    coalesce(mode(status_label) filter (review_id = $latter), mode(status_label)) as label
from actions
where review_id in ($former, $latter)
    and status_label is not null
group by status
