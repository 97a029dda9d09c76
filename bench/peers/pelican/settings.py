"""Pelican's settings for the same members; INTERNAL, ROOT and the folders come from the command line."""

from typing import Any

SITENAME = "Bench"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_CATEGORY = "members"
DEFAULT_PAGINATION = 60
PAGINATED_TEMPLATES = {"index": None, "tag": None}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

ARTICLE_PATHS = [""]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
ARTICLE_URL = "members/{slug}/"
ARTICLE_SAVE_AS = "members/{slug}/index.html"
ARTICLE_ORDER_BY = "reversed-date"

# A facet is a tag that begins with the field's name: Pelican has one taxonomy of its own, and we have seven.
TAG_URL = "{slug}/"
TAG_SAVE_AS = "{slug}/index.html"
TAG_REGEX_SUBSTITUTIONS = [(r"[^\w\s/-]", ""), (r"[\s-]+", "-")]
SLUGIFY_USE_UNICODE = True
DIRECT_TEMPLATES = ["index", "tags", "members"]
TAGS_SAVE_AS = "tags/index.html"
MEMBERS_SAVE_AS = "members.json"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = ""

FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
JINJA_ENVIRONMENT: dict[str, Any] = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []}
MARKDOWN: dict[str, Any] = {"extensions": ["markdown.extensions.meta"], "output_format": "html5"}
FACETS = ("skills", "interests", "availability", "groups", "city", "country", "languages")
INTERNAL = False
