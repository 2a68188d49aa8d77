"""The words that must never be read by those who may not know of them."""

SECRET_ITEM = "Nhân sự Tuyệt-Đối-Riêng"
SECRET_PAPER = "Phương án Chỉ-Vài-Người-Biết"
SECRET_PART = "Chức danh Tuyệt-Đối-Riêng"
SECRET_ANNEX = "Phụ lục Chỉ-Thư-Ký-Biết"
SECRET_VOTE = "Đồng ý bổ nhiệm Người-Không-Được-Biết?"
UNTOLD = "Việc Chưa-Công-Bố"
SECRETS = (SECRET_ITEM, SECRET_PAPER, SECRET_PART, SECRET_ANNEX, SECRET_VOTE, UNTOLD)
